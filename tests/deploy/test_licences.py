"""The list of licences is that of the pins, and says what the installed libraries say."""

from tests.deploy import licences


def rows():
    """The rows of the page by the normal name of their library."""
    cells = [
        [cell.strip() for cell in line.strip("|").split(" | ")]
        for line in licences.PAGE.read_text("utf-8").splitlines()
        if line.startswith("| ") and not line.startswith("| library")
    ]
    assert all(len(row) == 4 for row in cells)
    return {licences.normal(name): rest for name, *rest in cells}


def test_the_page_is_what_its_command_writes():
    assert licences.PAGE.read_text("utf-8") == licences.page()


def test_every_pin_stands_there_with_its_version_and_a_licence():
    found = rows()
    pinned = {name: licences.version(pin) for name, pin in licences.pins().items()}
    assert {name: row[0] for name, row in found.items()} == pinned
    assert [
        name for name, row in found.items() if not row[1] or not row[2].startswith("http")
    ] == []


def test_only_what_is_for_another_system_has_no_licence_here():
    there = [name for name, pin in licences.pins().items() if pin.marker]
    untold = [name for name, row in rows().items() if row[1] == licences.UNTOLD]
    assert untold == [name for name in there if not licences.pins()[name].marker.evaluate()]


def test_what_the_program_needs_is_told_apart_from_what_its_tests_need():
    needed = licences.needed()
    assert {"streamlit", "duckdb", "authlib", "uvloop", "cryptography"} <= needed
    assert {"pytest", "playwright", "ruff", "mypy", "hypothesis"}.isdisjoint(needed)
