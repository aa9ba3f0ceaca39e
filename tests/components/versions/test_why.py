"""Why a number changed: in words, from causes of the test, and from two published versions."""

import csv
import io
import re

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from components.base.i18n import Words
from components.base.rights import Right, reading_as
from components.versions.why import explained
from components.versions.why_sentences import Why, lines, sentence
from components.versions.why_table import head, table
from data import store
from data.intake.declared import reading
from data.intake.screening import screen
from data.schema import INTAKE_TABLES, metadata
from queries.methods.causes import COLUMNS
from queries.methods.changes import Change

RU, EN = Words("ru"), Words("en")
NAN = float("nan")
NO_CAUSES = pd.DataFrame(columns=COLUMNS)


def cell(numerator=NAN, denominator=NAN, state="counted", kind="coverage", value=NAN):
    share = 100 * numerator / denominator if kind != "value" else value
    names = ("numerator", "denominator", "state", "kind", "value", "share", "unit")
    cells = (numerator, denominator, state, kind, value, share, "%")
    return dict(zip(names, cells, strict=True))


def causes(*rows):
    """Causes from (cause, school, numerator, denominator) and changes of rows."""
    return pd.DataFrame(
        [
            (name, school, f"Школа {school}", "г. Шахты", above, below, 0, 0, tuple(changes))
            for name, school, above, below, *changes in rows
        ],
        columns=COLUMNS,
    )


def plain(text):
    spaces = dict.fromkeys(("\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"), " ")
    return text and text.translate(str.maketrans(spaces | {"\N{MINUS SIGN}": "-"}))


def russian(*args, **named):
    return plain(sentence(Why(*args, **named), RU))


TWO_LEFT = causes(("new_school", "c", 0, 1), ("left_list", "a", -1, 0), ("left_list", "b", -1, 0))


def test_the_number_before_and_after_is_said_with_what_each_cause_adds():
    why = Why(cell(12, 30), cell(10, 31), TWO_LEFT)
    assert plain(sentence(why, RU)) == (
        "Было 12 из 30, стало 10 из 31: новые школы — 1 школа (знаменатель +1);"
        " вышли из списка ШНОР — 2 школы (числитель -2)."
    )
    assert plain(sentence(why, EN)) == (
        "Was 12 of 30, now 10 of 31: new schools: 1 school (denominator +1);"
        " left the list of low-performing schools: 2 schools (numerator -2)."
    )


def test_an_equal_number_without_causes_is_unchanged():
    assert russian(cell(12, 30), cell(12, 30), NO_CAUSES) == "Не изменилось: 12 из 30."


def test_causes_that_offset_each_other_are_not_called_no_change():
    found = causes(("left_list", "a", -1, 0), ("entered_list", "b", 1, 0))
    said = russian(cell(12, 30), cell(12, 30), found)
    assert said.startswith("Не изменилось (12 из 30), но изменения уравновесили друг друга: ")
    assert "вошли в список ШНОР — 1 школа (числитель +1)" in said


@pytest.mark.parametrize("state", ["no_data", "not_reported", "no_schools", "break"])
def test_nothing_is_said_of_a_number_that_neither_version_has(state):
    assert russian(cell(state=state), cell(state=state), NO_CAUSES) is None


def test_a_number_that_came_with_a_report_is_said():
    found = causes(*[("now_reported", school, 0, 1) for school in "abc"])
    assert russian(cell(state="not_reported"), cell(1, 3), found) == (
        "Было «нет отчёта», стало 1 из 3: муниципалитет отчитался — 3 школы (знаменатель +3)."
    )


PUPILS = causes(("rows_corrected", "a", -7, -3), ("vanished", "b", -2, -9))


@pytest.mark.parametrize("hidden", ["before", "after", "both", "neither"])
def test_no_number_of_pupils_is_said_where_groups_are_small(hidden):
    shown = cell(50, 400, kind="pupil_rate"), cell(41, 388, kind="pupil_rate")
    blank = cell(state="suppressed", kind="pupil_rate")
    before = blank if hidden in ("before", "both") else shown[0]
    after = blank if hidden in ("after", "both") else shown[1]
    why = Why(before, after, PUPILS, numbers=False)
    said = plain(sentence(why, RU))
    assert ("скрыто" in said) == (hidden != "neither")
    assert "исправленные строки — 1 школа; выбыли, в новой версии их нет — 1 школа." in said
    assert "Числа учеников и названия школ не показаны:" in said
    numbers = re.findall(r"\d+(?:,\d+)?(?: %)?", said)
    assert set(numbers) <= {"12,5 %", "10,6 %", "1"}
    assert len(head(why, RU)) == 2
    assert table(why, RU) == [
        ("исправленные строки", "1 школа"),
        ("выбыли, в новой версии их нет", "1 школа"),
    ]


def test_two_hidden_numbers_that_moved_are_not_called_unchanged():
    blank = cell(state="suppressed", kind="pupil_rate")
    assert russian(blank, blank, PUPILS, numbers=False).startswith(
        "Было «скрыто», стало «скрыто»: "
    )
    assert russian(blank, blank, NO_CAUSES, numbers=False).startswith("Не изменилось: «скрыто».")


def test_pupils_of_large_groups_are_counted_beside_their_share():
    before, after = cell(50, 400, kind="pupil_rate"), cell(41, 388, kind="pupil_rate")
    assert russian(before, after, PUPILS).startswith(
        "Было 50 из 400 (12,5 %), стало 41 из 388 (10,6 %): исправленные строки — 1 школа"
        " (числитель -7, знаменатель -3)"
    )


def test_a_published_value_changes_by_points():
    before, after = (cell(kind="value", state="value", value=value) for value in (92.5, 93.75))
    found = causes(("rows_corrected", "", 1.25, 0, Change("corrected", (), (("value", 92.5, 94),))))
    why = Why(before, after, found)
    assert russian(before, after, found) == (
        "Было 92,5 %, стало 93,8 %: исправленные строки (+1,2 п. п.)."
    )
    assert table(why, RU) == [("исправленные строки", "значение: 92,5 → 94")]


def test_changed_rules_are_said_though_they_move_no_number():
    names = pd.DataFrame({"name_ru": ["Малая группа"], "name_en": ["Small"]}, ["small_group"])
    rules = [
        ("setting", "small_group", 5.0, 6.0),
        ("definition", "definition", None, None),
        ("target", "target", (100.0, 2023), (None, None)),
    ]
    why = Why(cell(1, 2), cell(1, 2), NO_CAUSES, rules, names)
    assert [plain(line) for line in lines(why, RU)] == [
        "изменилось правило «Малая группа»: 5 → 6",
        "изменилось определение показателя",
        "изменилась цель: 100 % к концу 2023 года → —",
    ]
    assert plain(sentence(why, RU)).startswith("Не изменилось: 1 из 2; изменилось правило")


def test_rows_of_evidence_say_what_they_were_and_are(built, monkeypatch):
    monkeypatch.setenv("MONITOR_STORE", str(built.folder))
    day = pd.Timestamp("2022-12-31")
    found = causes(
        ("moved_away", "a", -1, -4),
        (
            "rows_corrected",
            "b",
            1,
            0,
            Change("new", (("mentorship_id", "M1"),), (("mentor", None, "№ 7"),)),
            Change("removed", (("grade", 4), ("subject", "russian")), (("participants", 9, None),)),
            Change("corrected", (("due_date", day),), (("done_date", None, day),)),
        ),
    )
    moved, corrected = table(Why(cell(1, 5), cell(1, 1), found), RU)
    assert [plain(said) for said in moved] == [
        "перешли в другой муниципалитет",
        "Школа a",
        "-1",
        "-4",
        "куда: г. Шахты",
    ]
    assert plain(corrected[-1]) == (
        "новая строка: пара M1; наставник: № 7"
        " · удалена строка: класс 4, предмет Русский язык; работ: 9"
        " · срок 31 декабря 2022 г.; выполнено: — → 31 декабря 2022 г."
    )


# Two published versions

TOWN, OTHER, NORTH, YEAR = "60701000", "60601000", "75623000", 2022
HIDDEN = "60652000"
"""A municipality with so few results of EGE that its share is hidden."""
TABLES = {table.name for table in INTAKE_TABLES}


def edited(rows):
    """Change something in every table of the files; give the schools it was done to."""

    def own(table, *schools):
        return [row for row in rows[table] if row.get("school_id") in schools]

    def status(school):
        return next(row for row in own("school_status", school) if row["year"] == str(YEAR))

    town = [row["school_id"] for row in rows["school"] if row["oktmo"] == TOWN]
    listed = [name for name in town if status(name)["low_performing"] == "true"]
    mentors = {pair["mentor_id"] for pair in rows["mentorship"]}
    others = [name for name in town if name not in listed and name not in mentors]
    done = {"left": listed[0], "entered": others[0], "gone": others[1], "moved": others[2]}
    status(done["left"])["low_performing"] = "false"
    status(done["entered"])["low_performing"] = "true"
    for row in rows["school"]:
        if row["school_id"] == done["moved"]:
            row["oktmo"] = OTHER
    gone = {row["school_id"]: row for row in rows["school"]}[done["gone"]]
    for lines_of in rows.values():
        lines_of[:] = [row for row in lines_of if done["gone"] not in row.values()]
    rows["school"].append(gone | {"school_id": "new", "name": "Новая <школа>"})
    rows["school_status"].append(status(done["left"]) | {"school_id": "new"})
    done["result"] = others[3]
    for row in own("assessment_result", others[3]):
        row["below_threshold"] = str(int(row["participants"]) // 2)
    tiny = [row["school_id"] for row in rows["school"] if row["oktmo"] == HIDDEN]
    for row in own("assessment_result", *tiny):
        row["below_threshold"] = str(int(row["participants"]) - int(row["below_threshold"]))
    for row in own("training", *listed[1:3]):
        row["trained"] = "0"
    for row in own("road_map_execution", *listed):
        row["done_date"] = "" if row["done_date"] else row["due_date"]
    rows["mentorship"][:] = rows["mentorship"][::2]
    rows["indicator_value"] = [
        {"oktmo": NORTH, "year": str(YEAR), "indicator": "IND-21", "value": "90", "source": "?"}
        | {"numerator": "", "denominator": ""}
    ]
    for row in rows["municipal_report"]:
        if row["year"] == "2021" and row["oktmo"] == TOWN:
            row["reported"] = "false" if row["reported"] == "true" else "true"
    return done


def received(rows):
    """The rows of each table as the CSV file of a person."""
    files = []
    for name, lines_of in rows.items():
        text = io.StringIO()
        writer = csv.DictWriter(text, list(lines_of[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(lines_of)
        content = text.getvalue().encode()
        file, problems = reading.read_content(content, f"{name}.csv", metadata.tables[name])
        assert file and not problems
        files.append(file)
    return files


@pytest.fixture(scope="module")
def versions(built, tmp_path_factory):
    """Two versions with edits between them, and the schools that were edited."""
    folder, rows = tmp_path_factory.mktemp("versions"), {}
    for path in sorted(built.inputs.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows[path.stem] = list(csv.DictReader(file))
    found = []
    for why in ("first", "second"):
        done = edited(rows) if why == "second" else {}
        screened = screen.screen(folder, received(rows), replaced=TABLES & set(rows))
        assert not screened.of("stop")
        found.append(screen.publish(folder, screened, "Тест", why, screened.problems))
    yield *found, done
    for version in found:
        store.engine(version).dispose()


INDICATORS = ("IND-19", "IND-03", "IND-07-VPR", "IND-07-OGE", "IND-13", "IND-20")


@pytest.mark.parametrize("indicator", INDICATORS)
def test_causes_of_published_edits_add_up_to_the_published_difference(versions, indicator):
    older, newer, _ = versions
    moved = False
    for town in (TOWN, OTHER, "60727000"):
        for year in (YEAR, 2021):
            why = explained(older, newer, indicator, town, year)
            assert not why.causes["cause"].eq("counting").any()
            for name in ("numerator", "denominator"):
                known = [cell["raw"][name] for cell in (why.before, why.after)]
                old, new = (0 if pd.isna(amount) else amount for amount in known)
                assert why.causes[name].sum() == new - old
            moved |= not why.causes.empty
    assert moved
    assert explained(newer, newer, indicator, TOWN, YEAR).causes.empty


def test_each_edited_school_is_given_the_cause_of_its_edit(versions):
    older, newer, done = versions
    found = explained(older, newer, "IND-19", TOWN, YEAR).causes.set_index("school_id")["cause"]
    assert found[[done["left"], done["entered"]]].tolist() == ["left_list", "entered_list"]
    assert found[[done["gone"], done["moved"], "new"]].tolist() == [
        "vanished",
        "moved_away",
        "new_school",
    ]
    there = explained(older, newer, "IND-19", OTHER, YEAR).causes
    assert there[["cause", "school_id"]].values.tolist() == [["came", done["moved"]]]
    reported = explained(older, newer, "IND-19", TOWN, 2021).causes["cause"]
    assert set(reported) >= {"no_longer_reported"}
    results = explained(older, newer, "IND-07-VPR", TOWN, YEAR).causes.set_index("school_id")
    assert results.at[done["result"], "cause"] == "rows_corrected"


def test_causes_that_are_schools_are_told_to_whoever_may_see_the_schools(versions):
    older, newer, _ = versions
    whole = explained(older, newer, "IND-19", TOWN, YEAR)
    with reading_as(Right(municipalities=frozenset({TOWN}))):
        own = explained(older, newer, "IND-19", TOWN, YEAR)
    with reading_as(Right(municipalities=frozenset({HIDDEN}))):
        others = explained(older, newer, "IND-19", TOWN, YEAR)
    for told in (own, others):
        assert sentence(told, RU).split(":")[0].rstrip(".") == sentence(whole, RU).split(":")[0]
    gone = whole.causes["cause"].eq("moved_away") | whole.causes["cause"].eq("vanished")
    assert list(own.causes["school_id"]) == list(whole.causes.loc[~gone, "school_id"])
    assert len(own.causes) and set(others.causes["school_id"]) <= {""}


def test_a_corrected_value_is_the_whole_difference(versions):
    why = explained(*versions[:2], "IND-21", NORTH, YEAR)
    assert why.causes[["cause", "numerator"]].values.tolist() == [["rows_corrected", 90 - 99.5]]
    assert plain(sentence(why, RU)).startswith("Было 99,5 %, стало 90,0 %: исправленные строки")


def test_numbers_of_pupils_in_two_versions_are_told_to_whoever_may_publish(versions):
    older, newer, _ = versions
    with reading_as(Right()):
        read = explained(older, newer, "IND-07-VPR", TOWN, YEAR)
    assert not read.numbers and read.before["state"] == "suppressed"
    assert read.after["state"] == "counted"
    with reading_as(Right(writes=True)):
        written = explained(older, newer, "IND-07-VPR", TOWN, YEAR)
    assert written.numbers and written.before["state"] == written.after["state"] == "counted"
    assert explained(older, newer, "IND-13", TOWN, YEAR).numbers


def test_of_a_hidden_number_the_page_tells_kinds_of_causes_and_counts_of_schools_only(versions):
    older, newer, _ = versions
    with reading_as(Right()):
        why = explained(older, newer, "IND-07-EGE", HIDDEN, YEAR)
    assert not why.numbers and not why.causes.empty
    names = set(why.causes["name"])
    shown = [sentence(why, RU), *lines(why, RU), *sum(table(why, RU), ())]
    assert not any(name in text for name in names for text in shown)
    assert set(re.findall(r"\d+", " ".join(shown))) == {str(len(why.causes))}
    assert shown[0].startswith("Было «скрыто», стало «скрыто»: исправленные строки — ")


def test_the_page_shows_the_sentence_and_the_table_with_names_escaped(versions):
    older, newer, _ = versions

    def page(older, newer, indicator, town):
        from components.base.i18n import Words
        from components.base.rights import Right, reading_as
        from components.versions import why

        with reading_as(Right()):
            why.draw(Words("ru"), older, newer, indicator, town, 2022)

    said = AppTest.from_function(page, args=(older, newer, "IND-19", TOWN)).run().get("html")
    (body,) = [element.proto.body for element in said]
    assert body.startswith('<p class="why">Было ')
    assert "Новая &lt;школа&gt;" in body and "<школа>" not in body
    assert "<th>Числитель</th>" in body
