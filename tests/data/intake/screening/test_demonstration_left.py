"""The mark of a demonstration lives on its rows: they are asked about, and leave by the table."""

import csv
import json
import random

import pytest
from small_region import (
    PLACES,
    brought,
    keyed,
    published,
    result,
    school,
    screened,
    stored,
    tables,
    trained,
)

from data import generated_rows, store
from data.__main__ import main
from data.errors import ACKNOWLEDGE, NOTE
from data.intake.publishing import history
from data.intake.publishing.draft import Account
from data.intake.publishing.publish import publish, writing
from data.intake.screening import screen

ACCOUNT = ["--by", "Координатор", "--why", "наши школы"]
INVENTED = [
    school(f"60-{number:04d}", place)
    | {"name": f"Демонстрационная школа № {number:04d}", "basis": "demonstration"}
    for number, place in enumerate(PLACES[:6], start=1)
]
"""Schools as the generator writes them."""


def copied(built, folder):
    """A store of the test's own that begins with the demonstration."""
    folder.mkdir()
    (folder / built.version.path.name).hardlink_to(built.version.path)
    (folder / store.POINTER).write_text(built.version.name, encoding="utf-8")
    return folder


def own_eight(path):
    """Give eight schools of an exported table names and codes of a region's own."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    kept = rows[:-8] + [
        row | {"school_id": f"own-{n}", "name": f"Школа № {n}", "basis": "real", "source": ""}
        for n, row in enumerate(rows[-8:])
    ]
    path.write_text(
        "\n".join([",".join(rows[0]), *(",".join(row.values()) for row in kept), ""]),
        encoding="utf-8",
    )
    return {row["school_id"] for row in rows[-8:]}


def laundered(built, tmp_path):
    """Export the whole demonstration, make eight schools one's own, and give the files and store.

    Rows of the eight are left out everywhere, so that nothing refers to what is no more.
    """
    folder, files = copied(built, tmp_path / "store"), tmp_path / "exported"
    assert main(["export", str(files), "--store", str(folder)]) == 0
    gone = own_eight(files / "school.csv")
    for path in set(files.glob("*.csv")) - {files / "school.csv"}:
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not gone & set(line.strip().split(","))]
        path.write_text("".join(kept), encoding="utf-8")
    return sorted(map(str, files.iterdir())), folder


def told(capsys):
    return json.loads(capsys.readouterr().out)


def test_a_demonstration_with_eight_own_schools_is_asked_about_and_stays_marked(
    built, tmp_path, capsys
):
    paths, folder = laundered(built, tmp_path)
    capsys.readouterr()
    words = ["publish", *paths, *ACCOUNT, "--store", str(folder), "--json"]
    assert main(words) == 1
    refused = told(capsys)
    assert refused["error"] == "not_acknowledged"
    (asked,) = (each for each in refused["problems"] if each["rule"] == "demonstration_left")
    assert (
        int(asked["value"]) > 90_000
        and "school, school_context, school_decision, school_document" in asked["expected"]
    )
    assert store.current(folder).name == built.version.name
    assert main([*words, "--acknowledge", "all"]) == 0
    version = store.current(folder)
    assert version.name != built.version.name and not store.is_demonstration(version)
    many = generated_rows.of(version)
    assert many["school"] == generated_rows.of(built.version)["school"] - 8
    assert sum(many.values()) == int(asked["value"])
    capsys.readouterr()
    assert main(["versions", "--store", str(folder), "--json"]) == 0
    (newest, _) = told(capsys)
    assert (newest["demonstration"], newest["seed"]) == (True, None)
    assert newest["generated"] == dict(many)
    assert store.about(version)["demonstration"] is True
    assert main(["versions", "--store", str(folder)]) == 0
    assert f"own data, and demonstration rows: {asked['value']}" in capsys.readouterr().out


def asked(found, rule="demonstration_left"):
    return [(p.value, p.expected, p.level) for p in found.problems if p.rule == rule]


def test_own_data_alone_are_asked_nothing_and_carry_no_mark(begun):
    found = screened(begun, {"training": [trained("s0", 2023, 9, 1)]})
    assert asked(found) == asked(found, "demonstration_held") == [] and not found.generated
    assert generated_rows.of(store.current(begun)) == {}
    (entry,) = history.history(begun)
    assert (entry.account.demonstration, entry.generated) == (False, ())


def test_the_mark_goes_when_the_tables_are_brought_with_own_rows(begun):
    folder, more = begun, INVENTED[:4]
    pupils = [trained(row["school_id"], 2022, 9, 2) for row in more]
    marked = published(folder, {"school": more, "training": pupils})
    assert generated_rows.of(marked) == {"school": 4, "training": 4}
    half = published(folder, {"training": [trained("s0", 2023, 9, 1)]})
    assert generated_rows.of(half) == {"school": 4}
    last = published(folder, {"school": [school("s0", PLACES[0])]})
    assert generated_rows.of(last) == {}
    assert [entry.account.kind for entry in history.history(folder)][:3] == [
        "own",
        "mixed",
        "mixed",
    ]


def test_what_rows_refer_to_stays_and_is_said(begun):
    kept, alone = INVENTED[0], INVENTED[1]
    rows = {"school": [kept, alone], "training": [trained(kept["school_id"], 2022, 9, 2)]}
    published(begun, rows)
    found = screened(begun, {"school": [school("s0", PLACES[0])]})
    assert asked(found, "demonstration_held") == [("school", "1", NOTE)]
    assert asked(found) == [("2", "school, training", ACKNOWLEDGE)]
    version = screen.publish(begun, found, "who", "why", found.of(ACKNOWLEDGE))
    assert (kept["school_id"],) in stored(version)["school"]
    assert (alone["school_id"],) not in stored(version)["school"]


def test_what_comes_refers_to_a_school_that_stays(begun):
    published(begun, {"school": INVENTED[:2]})
    rows = {"school": [school("s0", PLACES[0])], "training": [trained("60-0001", 2022, 9, 2)]}
    version = published(begun, rows)
    assert generated_rows.of(version) == {"school": 1, "training": 1}


@pytest.mark.parametrize("seed", range(4))
def test_own_rows_never_leave_a_mixed_version(begun, seed):
    """Among them those of an own school that took the key of an invented one."""
    chance, folder = random.Random(seed), begun
    taken = school("60-0009", PLACES[0])
    own = tables()
    own["school"] = [*own["school"], taken]
    own["training"] = [*own["training"], trained("60-0009", 2022, 9, 3)]
    own["assessment_result"] = [*own["assessment_result"], result("60-0009", 2022, 5)]
    some = chance.sample(INVENTED, 3)
    published(folder, own | {"school": [*own["school"], *some]})
    published(folder, {"training": [trained(row["school_id"], 2022, 9, 2) for row in some]})
    comes = {
        "school": [school("new", PLACES[1])],
        "training": [trained("s1", 2025, 9, 3)],
        "assessment_result": [result("s2", 2025, 30)],
    }
    for name in chance.sample(sorted(comes), chance.choice((1, 2, 3))):
        version = published(folder, {name: comes[name]})
        own[name] = [*own[name], *comes[name]]
    for name, rows in own.items():
        assert keyed(name, rows).items() <= stored(version)[name].items(), name


def test_own_rows_over_a_demonstration_replace_it_whole(built, tmp_path):
    folder = copied(built, tmp_path / "store")
    found = screened(folder, tables())
    assert asked(found) == [] and found.replaces_demonstration
    mixed = tables() | {"school": [*tables()["school"], INVENTED[0]]}
    found = screened(folder, mixed)
    assert asked(found) == [("1", "school", ACKNOWLEDGE)] and not found.replaces_demonstration


def test_a_version_that_was_written_without_its_mark_gets_it(tmp_path, built):
    """As earlier programs published: own by what was written, by its rows not."""
    folder, files = tmp_path / "store", tmp_path / "files"
    files.mkdir()
    row = INVENTED[0]
    (files / "school.csv").write_text(f"{','.join(row)}\n{','.join(row.values())}\n", "utf-8")
    with writing(folder, 0):
        version = publish(folder, [built.facts, files], Account(False, "earlier program", "who"))
    assert store.about(version)["demonstration"] is False
    assert generated_rows.of(version) == {"school": 1}
    (entry,) = history.history(folder)
    assert (entry.account.demonstration, entry.generated) == (True, (("school", 1),))
    published(folder, {"training": [trained("60-0001", 2022, 9, 1)]})
    back = history.roll_back(folder, version.name, "who", "why")
    assert store.about(back)["demonstration"] is True


def test_the_question_is_one_and_names_the_tables(begun):
    found = screened(begun, {"school": INVENTED, "training": [trained("60-0001", 2022, 9, 2)]})
    assert asked(found) == [("7", "school, training", ACKNOWLEDGE)]
    assert screen.screen(begun, brought({"school": INVENTED})).generated == {"school": 6}
