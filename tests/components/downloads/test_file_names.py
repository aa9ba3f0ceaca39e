from dataclasses import replace

import pytest

from components.downloads import file_name
from components.downloads.names import own_name


def test_a_name_says_subject_scope_version_and_demonstration(about):
    name = file_name("heatmap", "60_2022", about, "csv")
    assert name == "heatmap_60_2022_v20261121T140512-ab12cd34_demo.csv"


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (["rural", "cohort-2019"], "_rural_cohort-2019"),
        (["party-Отдел образования и науки города"], "_party-Otdel-obrazovaniia"),
        ([f"choice-{number:02}-of-many" for number in range(9)], "_choice-00-of-many"),
        ([], ""),
    ],
)
def test_a_name_says_what_else_was_chosen_as_far_as_there_is_room(published, chosen, said):
    name = file_name("a", "60_2022", replace(published, version="1"), "csv", chosen)
    assert name.startswith(f"a_60_2022{said}")
    assert len(name) <= len("a_60_2022__v1.csv") + 60
    assert name.endswith("_v1.csv")


def test_published_data_are_not_called_a_demonstration(published):
    name = file_name("heatmap", "60_2022", published, ".xlsx")
    assert name == "heatmap_60_2022_v20261121T140512-ab12cd34.xlsx"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Щёлковский район", "Shchelkovskii-raion"),
        ("../../etc/passwd", "etc-passwd"),
        ('a:b*c?"<d>|e', "a-b-c-d-e"),
        ("IND-03_2019–2022", "IND-03_2019-2022"),
        ("а" * 500, "a" * 60),
    ],
)
def test_a_name_is_safe_on_every_disk(published, text, part):
    name = file_name(text, "60", replace(published, version="1"), "csv")
    assert name == f"{part}_60_v1.csv"


@pytest.mark.parametrize(
    ("name", "given_back"),
    [
        ("Школы района.xlsx", "Школы района_x.xlsx"),
        ("../../etc/passwd", "passwd_x.xlsx"),
        ("C:\\дом\\..\\свод.csv", "свод_x.xlsx"),
        ("отчёт\u202excod.exe", "отчётxcod_x.xlsx"),
        ('a:b*c?"<d>|e\r\nf.csv', "a b c d e f_x.xlsx"),
        ("я" * 500 + ".csv", "я" * 60 + "_x.xlsx"),
        ("...", "x.xlsx"),
        ("", "x.xlsx"),
    ],
)
def test_a_file_given_back_has_a_plain_name(name, given_back):
    assert own_name(name, "x", "xlsx") == given_back
