"""The proposal of pairs: what is offered, why, and the file that accepted pairs go out as."""

import io
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from urllib.parse import parse_qsl

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from components.base.load import one_version
from components.base.mentors import mentors
from components.mentoring import proposed_pairs
from components.mentoring.choice import MentoringView
from data.errors import NOTE
from data.intake.received.places import shipped
from data.intake.received.receive import receive
from data.intake.returned import templates
from data.intake.screening import screen
from data.schema import INTAKE_TABLES, mentorship
from tests.pages.conftest import through_app
from tests.queries import plain_mentoring as slow
from tests.queries.plain_counts import Files

ROSTOV, DAY = MentoringView(region="60", year=2022, first_year=2017), "2022-12-31"
SHEET = "Наставнические пары"


@pytest.fixture(scope="module")
def plain(built):
    return Files(built.facts, built.inputs)


@pytest.fixture(autouse=True)
def reading(built):
    """Read the version of the first start, as a page does."""
    with one_version(built.version):
        yield


@pytest.fixture(scope="module")
def register():
    return shipped()


def three():
    """Three schools, each with the mentor proposed."""
    found = proposed_pairs.offered(ROSTOV).head(3)
    return dict(zip(found["mentee_id"], found["mentor_id"], strict=True))


def header(content):
    with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
        return book.get_sheet_by_name(SHEET).to_python()[0]


def test_every_school_without_a_mentor_has_an_offer_or_a_reason(plain):
    waiting = set(slow.listed(plain, "60", 2022)) - set(slow.covered(plain, "60", DAY))
    offered = set(proposed_pairs.options(ROSTOV)["mentee_id"])
    left = len(proposed_pairs.uncoverable(ROSTOV))
    assert len(set(proposed_pairs.offered(ROSTOV)["mentee_id"])) + left == len(waiting)
    assert offered <= waiting


def test_the_proposed_mentor_stands_first_and_at_most_three_others_follow():
    for _, some in proposed_pairs.options(ROSTOV).groupby("mentee_id"):
        assert list(some["rank"]) == list(range(len(some))) and len(some) <= 4
        assert some["mentor_id"].is_unique
    assert proposed_pairs.options(ROSTOV).groupby("mentee_id").size().max() == 4


def test_nobody_is_offered_a_mentor_that_it_has_or_that_may_not_mentor(plain):
    may = slow.entitled(plain, 2022)
    for row in proposed_pairs.options(ROSTOV).itertuples():
        assert row.mentor_id in may and row.mentor_id != row.mentee_id
        assert not plain.flag(row.mentor_id, 2022, "low_performing")
        assert not any(
            slow.holds(pair, DAY)
            for pair in slow.pairs(plain, "60")
            if (pair["mentee_id"], pair["mentor_id"]) == (row.mentee_id, row.mentor_id)
        )


def test_the_proposal_as_a_whole_overloads_nobody():
    found = proposed_pairs.offered(ROSTOV)
    accepted = dict(zip(found["mentee_id"], found["mentor_id"], strict=True))
    assert proposed_pairs.overloaded(ROSTOV, accepted).empty


def test_the_load_that_is_told_is_the_one_of_today(plain):
    may, day = slow.entitled(plain, 2022), DAY
    carried = {
        (pair["mentor_id"], pair["mentee_id"])
        for pair in slow.pairs(plain, "60")
        if slow.holds(pair, day) and pair["mentor_id"] in may
    }
    load = Counter(mentor for mentor, _ in carried)
    for row in proposed_pairs.options(ROSTOV).itertuples():
        assert f"сейчас ведёт {load[row.mentor_id]} из {row.capacity}" in row.reasons


def test_a_mentor_given_more_schools_than_free_places_is_named():
    found = mentors(ROSTOV)
    one = found[found["free"].eq(1)].iloc[0]
    accepted = {"60-0001": one["school_id"]}
    assert proposed_pairs.overloaded(ROSTOV, accepted).empty
    told = proposed_pairs.overloaded(ROSTOV, accepted | {"60-0002": one["school_id"]})
    assert told.to_dict("records") == [{"name": one["name"], "free": 1, "given": 2}]
    assert proposed_pairs.overloaded(ROSTOV, {}).empty


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_file_has_the_headings_of_the_template_in_two_readers(language):
    view, accepted = replace(ROSTOV, language=language), three()
    content = proposed_pairs.intake_file(view, accepted, view.day)
    empty = templates.workbook(mentorship, {}, language)
    assert header(content) == header(empty)
    sheet = load_workbook(io.BytesIO(content))[SHEET]
    assert [cell.value for cell in sheet[1]] == header(empty)
    assert sheet.max_row == 1 + len(accepted)
    told = {row[1].value: row[2].value for row in sheet.iter_rows(min_row=2)}
    assert told == accepted


def test_no_two_pairs_have_the_same_number_nor_one_that_is_taken(register, plain):
    found = proposed_pairs.options(ROSTOV)
    mentor = found["mentor_id"].value_counts().index[0]
    accepted = dict.fromkeys(found.loc[found["mentor_id"].eq(mentor), "mentee_id"], mentor)
    days = ("2022-10-17", "2022-12-31")
    starts = map(date.fromisoformat, days)
    files = [proposed_pairs.intake_file(ROSTOV, accepted, start) for start in starts]
    read = [receive("пары.xlsx", content, register).files[0].rows for content in files]
    numbers = [number for rows in read for number in rows["mentorship_id"].to_pylist()]
    assert len(set(numbers)) == len(numbers) == 2 * len(accepted) > 2
    assert not set(numbers) & {pair["mentorship_id"] for pair in plain.rows("mentorship")}


def test_a_pair_begins_on_the_day_that_was_chosen(register):
    content = proposed_pairs.intake_file(ROSTOV, three(), date(2022, 10, 17))
    received = receive("пары.xlsx", content, register)
    (file,) = received.files
    assert [problem for problem in received.problems if problem.level != NOTE] == []
    assert file.table is mentorship
    rows = file.rows.to_pylist()
    assert {row["start_date"] for row in rows} == {"2022-10-17"}
    assert {(row["form"], row["end_date"], row["evidence"]) for row in rows} == {
        ("school_school", None, None)
    }


def test_the_file_passes_the_check_beside_the_files_of_the_region(register, built, tmp_path):
    """As own data: all tables of the demonstration with the accepted pairs beside them."""
    names = {table.name for table in INTAKE_TABLES}
    paths = [path for path in built.inputs.iterdir() if path.stem in names]
    read = [receive(path.name, path.read_bytes(), register) for path in sorted(paths)]
    read.append(
        receive("пары.xlsx", proposed_pairs.intake_file(ROSTOV, three(), ROSTOV.day), register)
    )
    files = [file for received in read for file in received.files]
    problems = [problem for received in read for problem in received.problems]
    found = screen.screen(tmp_path / "store", files, problems)
    assert [problem for problem in found.problems if problem.file == "пары.xlsx"] == []
    assert found.draft is not None, found.problems[:3]


def test_accepted_pairs_are_counted_and_offered_as_a_file(open_page):
    app = open_page("mentoring", region="60", year=2022, language="ru", desk="proposal")
    assert "Файл для загрузки" not in str(app.get("download_button"))
    boxes = [box for box in app.checkbox if box.key.startswith("accept_")]
    covered = int(re.match(r"(\d+) из", app.subheader[0].value)[1])
    boxes[0].check()
    boxes[1].check()
    through_app(app)
    app.run()
    assert not app.exception
    text = " ".join(note.value for note in app.markdown)
    assert f"Приняты 2 пары: охват станет {covered + 2} из " in text
    files = [node.proto.label for node in app.get("download_button")]
    assert "Файл для загрузки" in files


def test_all_pairs_are_chosen_at_once_and_none_again(open_page):
    app = open_page("mentoring", region="60", year=2022, language="ru", desk="proposal")
    through_app(app)
    boxes = [box for box in app.checkbox if box.key.startswith("accept_")]
    app.button(key="accept_all").click().run()
    assert not app.exception
    ticked = [box.value for box in app.checkbox if box.key.startswith("accept_")]
    assert ticked == [True] * len(boxes) and len(boxes) > 2
    assert app.button(key="accept_all").label == "Снять все"
    through_app(app)
    app.button(key="accept_all").click().run()
    assert not any(box.value for box in app.checkbox if box.key.startswith("accept_"))


def test_the_first_day_is_that_of_the_page_and_can_be_another(open_page):
    app = open_page("mentoring", region="60", year=2022, language="ru", desk="proposal")
    through_app(app)
    app.button(key="accept_all").click().run()
    first = app.selectbox(key=f"accepted_start_{DAY}")
    assert first.value == date(2022, 12, 31)
    through_app(app)
    first.select(date(2023, 1, 9)).run()
    assert not app.exception
    assert app.selectbox(key=f"accepted_start_{DAY}").value == date(2023, 1, 9)


def test_the_school_of_each_box_leads_to_its_card(open_page):
    app = open_page("mentoring", region="60", year=2022, language="en", desk="proposal")
    boxes = [box for box in app.checkbox if box.key.startswith("accept_")]
    assert len(boxes) > 2
    said = " ".join(note.value for note in app.caption)
    links = [dict(parse_qsl(link)) for link in re.findall(r"\]\(school\?([^)]+)\)", said)]
    assert [link["school"] for link in links] == [box.key.removeprefix("accept_") for box in boxes]
    assert {link["language"] for link in links} == {"en"}
