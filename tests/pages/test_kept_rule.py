"""A rule that is tried becomes the region's own by the way in of all data."""

from dataclasses import replace

from components.base.choices import rule_numbers
from components.base.list_rule import as_set
from components.base.load import one_version
from components.base.rights import Right, reading_as
from components.low_performing import kept_rule
from components.low_performing.choice import ListView
from components.shell.handing import HANDED, Handed
from data import store
from data.intake.received.places import shipped
from data.intake.received.receive import receive
from data.intake.screening import screen
from data.schema import region_setting
from tests.pages import seen
from tests.pages.conftest import through_app
from tests.pages.test_low_performing import inside  # noqa: F401
from tests.pages.test_region_rules import OWN, two  # noqa: F401

TRIED = ListView("60", 2022, 2017, rule_share=35, rule_works=3, rule_years=1)
SOURCE = "Приказ № 7 министерства"


def asked(changed):
    return {each.setting: (each.before, each.after) for each in changed}


def test_only_numbers_that_differ_are_kept_and_a_condition_alone_is_told_in_numbers(built):
    with one_version(built.version):
        assert kept_rule.changes(ListView("60", 2022, 2017)) == ()
        assert asked(kept_rule.changes(TRIED)) == {
            "threshold_share": (30, 35),
            "threshold_procedures": (2, 3),
            "threshold_years": (2, 1),
        }
        works = replace(TRIED, rule_years=3, rule_condition="works")
        assert asked(kept_rule.changes(works))["threshold_years"] == (2, 1)
        years = replace(TRIED, rule_years=3, rule_condition="years")
        assert asked(kept_rule.changes(years))["threshold_procedures"] == (2, 1)
        assert not kept_rule.can_be_kept(replace(TRIED, rule_condition="either"))


def test_the_file_makes_a_version_with_the_rule_that_was_tried(tmp_path, two):  # noqa: F811
    view = replace(TRIED, region=OWN, rule_least=45)
    folder = tmp_path / "store"
    folder.mkdir()
    for path in (two.path, two.path.parent / store.POINTER):
        (folder / path.name).write_bytes(path.read_bytes())
    with one_version(two):
        changed = kept_rule.changes(view)
        assert not any(each.is_refused for each in changed)
        content = kept_rule.intake_file(OWN, changed, SOURCE, "ru")
    received = receive("правила.xlsx", content, shipped())
    assert [file.table for file in received.files] == [region_setting]
    screened = screen.screen(folder, received.files, received.problems)
    assert screened.draft is not None, screened.problems
    agreed = screened.of("acknowledge")
    version = screen.publish(folder, screened, "Координатор", "своё правило", agreed)
    with one_version(version):
        rule, rows = as_set(OWN), rule_numbers(OWN)
        assert (rule.share, rule.works, rule.years, rule.least) == (35, 3, 1, 45)
        assert rows.loc["threshold_share", "source"] == SOURCE
        assert as_set("75").share == 30
    store.engine(version).dispose()


def test_what_would_loosen_the_hiding_of_small_groups_is_refused_before_it_is_sent(inside):  # noqa: F811
    link = {"region": "60", "desk": "rule", "language": "ru"}
    said = " ".join(seen.texts(inside("low_performing", **link, rule_least=7)))
    assert "меньше 10 его сделать нельзя" in said and "Основание" not in said
    said = " ".join(seen.texts(inside("low_performing", **link)))
    assert "сохранять нечего" in said


def test_the_change_is_shown_with_its_version_and_leaves_with_its_ground_alone(inside, built):  # noqa: F811
    link = {"region": "60", "desk": "rule", "language": "ru", "rule_share": 40}
    app = inside("low_performing", **link)
    (line,) = seen.tables(app)["Правило", "Сейчас"]
    assert line[1:] == ["30", "40"]
    assert built.version.name in " ".join(seen.texts(app))
    assert not [button for button in app.button if button.key == "rule_hand"]
    through_app(app)
    app.text_input(key="rule_source").input("Иванов И. И.").run()
    assert "Похоже на имя" in " ".join(seen.texts(app))
    through_app(app)
    app.text_input(key="rule_source").input(SOURCE).run()
    assert [button.key for button in app.button if button.key == "rule_hand"]
    assert "Файл для загрузки" in str(app.get("download_button"))
    assert ("Школа", "Муниципалитет") in seen.tables(app)


def test_a_file_that_is_handed_over_stands_on_the_page_of_own_data_and_replaces_the_one_before(
    open_page, reader, built
):
    with one_version(built.version), reading_as(Right(writes=True)):
        changed = kept_rule.changes(TRIED)
        contents = [kept_rule.intake_file("60", changed, ground, "ru") for ground in ("А", "Б")]
    for name, content in zip(("первый.xlsx", "второй.xlsx"), contents, strict=True):
        reader.session_state[HANDED] = {"rule": Handed(name, content)}
        app = open_page("import_data", region="60", language="ru")
        assert f"Уже здесь: {name}" in " ".join(seen.texts(app))
    assert "первый.xlsx" not in " ".join(seen.texts(app))
    assert HANDED not in reader.session_state
    through_app(app)
    next(button for button in app.button if button.label == "Убрать").click().run()
    assert "второй.xlsx" not in " ".join(seen.texts(app))
