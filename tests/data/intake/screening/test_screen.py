"""What is published is what plain dictionaries say, and only after every remark was answered."""

import random
import subprocess
import sys
from pathlib import Path

import pytest
from small_region import (
    PLACES,
    SCHOOLS,
    YEARS,
    brought,
    facts,
    keyed,
    published,
    result,
    school,
    screened,
    status,
    stored,
    tables,
    trained,
)

from data import store
from data.errors import ACKNOWLEDGE, NOTE, STOP, BrokenInputError, Problem, ReaderError
from data.intake.screening import screen
from data.schema import INTAKE_TABLES
from tests.patience import HANG_SECONDS

PROJECT = Path(__file__).resolve().parents[4]


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "store"


def laid(own, received, replaced=()):
    """Lay dictionaries over each other: received over own over facts."""
    return {
        table.name: facts(table.name)
        | ({} if table.name in replaced else own.get(table.name, {}))
        | keyed(table.name, received.get(table.name, []))
        for table in INTAKE_TABLES
    }


def test_a_first_publish_is_the_received_rows_over_the_facts(folder):
    version = published(folder, tables())
    assert stored(version) == laid({}, tables())


def test_demonstration_rows_never_stay_and_facts_always_do(built, tmp_path):
    folder = tmp_path / "store"
    folder.mkdir()
    (folder / built.version.path.name).hardlink_to(built.version.path)
    (folder / store.POINTER).write_text(built.version.name, encoding="utf-8")
    demonstration = set(stored(built.version)["school"])
    version = published(folder, tables())
    assert stored(version) == laid({}, tables())
    assert set(stored(version)["school"]) & demonstration == set(facts("school"))


def changes(chance, number):
    """Some rows of each table anew, some unseen: what a region sends the second time."""
    whole = tables()
    new = [school(f"n{number}-{n}", chance.choice(PLACES)) for n in range(3)]
    names = [*SCHOOLS, *(row["school_id"] for row in new)]
    moved = [school(name, chance.choice(PLACES)) for name in chance.sample(list(SCHOOLS), 3)]
    some = {
        "school": [*new, *moved],
        "school_status": [status(name, 2023, True) for name in chance.sample(names, 5)],
        "assessment_result": [
            result(name, chance.choice((*YEARS, 2023)), chance.randrange(100))
            for name in chance.sample(names, 8)
        ],
        "training": chance.sample(whole["training"], 10)
        + [trained(name, 2023, 30, chance.randrange(30)) for name in chance.sample(names, 4)],
    }
    return {name: rows for name, rows in some.items() if name == "school" or chance.random() < 0.8}


@pytest.mark.parametrize("seed", range(3))
def test_later_publishes_lay_received_rows_over_the_regions_own(begun, seed):
    chance, own = random.Random(seed), laid({}, tables())
    folder = begun
    for number in range(3):
        received = changes(chance, number)
        # A school list is never replaced here: rows of every school left out would be orphans.
        replaced = (
            {"training", "assessment_result"} & set(received) if chance.random() < 0.5 else ()
        )
        version = published(folder, received, replaced)
        own = laid(own, received, replaced)
        assert stored(version) == own


def test_a_remark_left_open_stops_publishing_and_each_must_be_named(begun):
    folder, before = begun, store.current(begun)
    found = screened(folder, {"training": [trained("s0", 2021, 20, 5)]}, {"training"})
    asked = found.of(ACKNOWLEDGE)
    assert len(asked) > 2
    for left in (asked[0], asked[-1]):
        rest = [problem for problem in asked if problem != left]
        with pytest.raises(ReaderError) as refused:
            screen.publish(folder, found, "who", "why", rest)
        assert refused.value.code == "not_acknowledged"
        assert refused.value.details == {"count": 1, "first": left}
    assert store.current(folder) == before
    version = screen.publish(folder, found, "who", "why", asked)
    assert store.current(folder) == version != before


@pytest.mark.parametrize(("who", "why"), [("", "why"), ("who", ""), (" ", "why"), ("who", "\t\n")])
def test_nothing_is_published_without_who_and_why(folder, who, why):
    found = screened(folder, tables())
    with pytest.raises(ReaderError, match="who_and_why"):
        screen.publish(folder, found, who, why)
    assert not (folder / store.POINTER).exists()


def test_nothing_received_is_said_beside_what_was_found_and_a_fault_stops(folder):
    noted = Problem("skipped_sheet", level=NOTE, file="a.xlsx")
    empty = screen.screen(folder, [], [noted])
    assert (empty.draft, empty.problems) == (None, [noted, Problem("nothing_received")])
    with pytest.raises(BrokenInputError):
        screen.publish(folder, empty, "who", "why")
    fault = Problem("wrong_type", 2, "year", "x", file="a.csv")
    found = screen.screen(folder, [], [fault])
    assert (found.draft, found.of(STOP)) == (None, [fault])
    with pytest.raises(BrokenInputError):
        screen.publish(folder, found, "who", "why")
    noted = screen.screen(folder, brought(tables()), [Problem("no_rows", level=NOTE, file="a.csv")])
    assert noted.draft is not None


def test_a_reference_may_be_to_an_own_row_to_a_received_one_but_not_to_none(begun):
    folder = begun
    row = trained("new", 2022, 3, 1)
    assert screened(folder, {"training": [row], "school": [school("new", PLACES[0])]}).draft
    assert screened(folder, {"training": [trained("s1", 2023, 3, 1)]}).draft
    found = screened(folder, {"training": [row]})
    assert [(p.rule, p.value, p.level) for p in found.problems] == [
        ("unknown_reference", "new", STOP)
    ]


def test_rows_left_without_their_school_stop_publishing(begun):
    folder = begun
    rest = [school(name, oktmo) for name, oktmo in SCHOOLS.items() if name not in ("s3", "s5")]
    found = screened(folder, {"school": rest}, {"school"})
    told = [(p.file, p.column, p.value) for p in found.of(STOP)]
    assert {p.rule for p in found.of(STOP)} == {"left_without"}
    assert sorted(told) == sorted(
        (name, "school_id", lost)
        for name in ("school_status", "assessment_result", "training")
        for lost in ("s3", "s5")
    )
    assert found.draft is None
    mended = {
        name: [row for row in rows if row["school_id"] not in ("s3", "s5")]
        for name, rows in tables().items()
    }
    assert screened(folder, mended, set(mended)).of(STOP) == []


def test_the_draft_goes_with_what_was_screened(folder):
    found = screened(folder, tables())
    room = found.draft.parent
    assert room.is_dir()
    del found
    assert not room.exists()


PUBLISHER = """
import sys
from pathlib import Path
from small_region import screened
from data.intake.screening import screen
from data.errors import ReaderError
from tests.patience import HANG_SECONDS
folder, name = Path(sys.argv[1]), sys.argv[2]
from small_region import trained
found = screened(folder, {"training": [trained("s0", 2030, 9, int(name))]})
screen.publishing.WAIT_SECONDS = HANG_SECONDS
print("screened", flush=True)
sys.stdin.readline()
try:
    print(screen.publish(folder, found, name, "at once").name)
except ReaderError as error:
    print(error.code)
"""


def test_of_two_who_publish_at_once_one_is_told_and_nothing_is_lost(begun):
    folder, first = begun, store.current(begun)
    people = [
        subprocess.Popen(
            [sys.executable, "-c", PUBLISHER, folder, name],
            cwd=PROJECT,
            env={"PYTHONPATH": f"{PROJECT}:{Path(__file__).parents[2]}"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in "12"
    ]
    assert [person.stdout.readline() for person in people] == ["screened\n"] * 2
    for person in people:
        person.stdin.write("\n")
        person.stdin.flush()
    said = [person.communicate(timeout=HANG_SECONDS)[0].strip() for person in people]
    now = store.current(folder)
    assert sorted(said) == sorted([now.name, "changed_meanwhile"])
    winner = "12"[said.index(now.name)]
    assert stored(now)["training"]["s0", "2030"] == trained("s0", 2030, 9, winner)
    assert {path.stem for path in folder.glob("2*.duckdb")} == {first.name, now.name}
