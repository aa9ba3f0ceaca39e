"""The file of roles: what it gives to whom, and that no fault of it gives anybody anything."""

import pytest

from components.base.rights import NOTHING, Right
from components.shell import roles
from components.shell.roles import FaultyRolesError, Roles

HEAD = "email;role;municipalities\n"
FILE = HEAD + (
    "Boss@example.org;editor;\n"
    "ministry@example.org;reader;\n\n"
    "azov@example.org;municipal;60701000, 60702000\n"
    "*;municipal;60703000\n"
)
EDITS = Right(writes=True)


def municipal(*codes):
    return Right(municipalities=frozenset(codes))


@pytest.fixture
def path(tmp_path, monkeypatch):
    path = tmp_path / "roles.csv"
    monkeypatch.setenv(roles.FILE, str(path))
    monkeypatch.setenv(roles.EDITORS, "ignored@example.org")
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_each_row_gives_its_role(path, encoding, ending):
    path.write_bytes(FILE.replace("\n", ending).encode(encoding))
    assert roles.read() == Roles(
        {
            "boss@example.org": EDITS,
            "ministry@example.org": Right(),
            "azov@example.org": municipal("60701000", "60702000"),
        },
        municipal("60703000"),
    )


def test_whoever_is_not_named_sees_totals_alone_without_a_row_of_everybody_else(path):
    path.write_text(HEAD + "boss@example.org;editor;\n")
    assert roles.read().others == NOTHING
    assert not NOTHING.sees_all()


def test_a_change_holds_at_once(path):
    path.write_text(HEAD + "a@example.org;editor;\n")
    assert roles.read().named == {"a@example.org": EDITS}
    path.write_text(HEAD + "a@example.org;reader;\n")
    assert roles.read().named == {"a@example.org": Right()}
    path.unlink()
    assert roles.read().code == "unreadable"


FAULTS = {
    "": "head",
    "email,role,municipalities\n": "head",
    "boss@example.org;editor;\n": "head",
    HEAD + "boss@example.org;editor\n": "parts",
    HEAD + "boss@example.org;editor;;\n": "parts",
    HEAD + "boss;editor;\n": "address",
    HEAD + "*@example.org;editor;\n": "address",
    HEAD + ";editor;\n": "address",
    HEAD + "a@b.org, c@d.org;editor;\n": "address",
    HEAD + "boss@example.org;Editor;\n": "role",
    HEAD + "boss@example.org;admin;\n": "role",
    HEAD + "boss@example.org;;\n": "role",
    HEAD + "boss@example.org;reader;60701000\n": "municipalities",
    HEAD + "boss@example.org;editor;60701000\n": "municipalities",
    HEAD + "boss@example.org;municipal;\n": "municipalities",
    HEAD + "boss@example.org;municipal;6070100\n": "municipalities",
    HEAD + "boss@example.org;municipal;60701000 Азов\n": "municipalities",
    HEAD + "boss@example.org;municipal;٦٠٧٠١٠٠٠\n": "municipalities",
    HEAD + "boss@example.org;municipal;60701000,\n": "municipalities",
    HEAD + "boss@example.org;editor;\nBOSS@example.org;reader;\n": "repeated",
    HEAD + "*;reader;\nboss@example.org;editor;\n": "not_last",
    HEAD + "*;reader;\n*;reader;\n": "not_last",
    HEAD + "*;editor;\n": "everybody_edits",
}


@pytest.mark.parametrize(("text", "code"), FAULTS.items(), ids=range(len(FAULTS)))
def test_a_fault_is_told_with_its_row_and_gives_nothing(path, text, code):
    path.write_text(text, encoding="utf-8")
    found = roles.read()
    assert isinstance(found, FaultyRolesError)
    assert (found.code, found.details["file"]) == (code, path)
    if code != "head":
        assert found.details["line"] == text.count("\n")


def test_a_file_that_cannot_be_read_gives_nothing(path, monkeypatch):
    assert roles.read().code == "unreadable"
    path.mkdir()
    assert roles.read().code == "unreadable"
    path.rmdir()
    path.write_bytes(HEAD.encode() + "a@b.org;редактор;".encode("cp1251"))
    assert roles.read().code == "not_utf8"
    monkeypatch.setenv(roles.FILE, "")
    assert roles.read().code == "unreadable"


def more(right, than):
    """Whether a right sees or writes anything that another does not."""
    if right.writes and not than.writes:
        return True
    if than.sees_all():
        return False
    return right.sees_all() or not right.municipalities <= than.municipalities


def test_a_file_cut_short_anywhere_gives_nobody_more_than_the_whole_one():
    whole, cuts = roles.parsed(FILE.encode()), 0
    for length in range(len(FILE)):
        try:
            cut = roles.parsed(FILE[:length].encode())
        except FaultyRolesError:
            continue
        cuts += 1
        for address in [*whole.named, "stranger@example.org"]:
            right = cut.named.get(address, cut.others)
            assert not more(right, whole.named.get(address, whole.others)), FILE[:length]
    assert 5 < cuts < len(FILE) / 2


def test_without_a_file_editors_are_listed_and_everybody_reads(monkeypatch):
    monkeypatch.delenv(roles.FILE, raising=False)
    monkeypatch.setenv(roles.EDITORS, " Boss@example.org, ,*,second@example.org")
    named = {"boss@example.org": EDITS, "second@example.org": EDITS}
    assert roles.read() == Roles(named, Right())


@pytest.mark.parametrize(
    ("right", "role"),
    [(EDITS, "editor"), (Right(), "reader"), (municipal("60701000"), "municipal")]
    + [(NOTHING, "totals")],
)
def test_a_right_has_the_name_of_its_role(right, role):
    assert roles.role_of(right) == role
