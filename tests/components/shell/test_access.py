"""Who may publish: a browser on this machine, and from elsewhere only a signed-in editor."""

import ast
import itertools
from pathlib import Path

import pytest

from components.base.rights import NOTHING, Right
from components.shell import access
from components.shell.access import Asker, Decision
from components.shell.roles import FaultyRolesError, Roles

EDITOR, MUNICIPAL = "editor@example.org", "azov@example.org"
ALL, EDITS, AZOV = Right(), Right(writes=True), Right(municipalities=frozenset({"60701000"}))
NAMED = {EDITOR: EDITS, "other@example.org": EDITS, MUNICIPAL: AZOV}
EDITORS = Roles(NAMED, ALL)
NOBODY = Roles({}, ALL)
CLOSED = Roles(NAMED, NOTHING)
HERE = {"host": "localhost:8501", "origin": "http://localhost:8501"}


def decided(asker, found, unverified_too=False):
    """The refusal alone; whoever is refused has no right to write."""
    decision = access.decided(asker, found, unverified_too)
    assert decision.right.writes == (not decision.refusal)
    return decision.refusal


def asker(headers=HERE, here=True, **user):
    return Asker(here, headers, user)


def signed_in(address, verified=True):
    user = {"is_logged_in": True, "email": address}
    return user if verified is None else user | {"email_verified": verified}


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1:8501", "[::1]:8501", "LOCALHOST:80"])
def test_a_browser_on_this_machine_may_publish(name):
    assert decided(asker({"host": name, "origin": f"http://{name}"}), NOBODY) == ""


OUTSIDE = {
    "another name": {"host": "evil.example:8501", "origin": "http://evil.example:8501"},
    "a foreign page": HERE | {"origin": "http://evil.example"},
    "a page with no origin of its own": HERE | {"origin": "null"},
    "a page of another program here": HERE | {"origin": "http://localhost:8502"},
    "no page": {"host": "localhost:8501"},
    "two pages": HERE | {"origin": "http://localhost:8501, http://evil.example"},
    "a name before the host": HERE | {"origin": "http://localhost@evil.example"},
    "a name after the host": HERE | {"origin": "http://localhost.evil.example"},
    "no name": {"origin": "http://localhost:8501"},
    "a broken name": HERE | {"host": "[::1"},
    **{
        f"a proxy's {name}": HERE | {name: "127.0.0.1"}
        for name in ("forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip")
        + ("x-forwarded-proto", "x-forwarded-prefix", "cf-connecting-ip", "x-client-ip")
    },
}


@pytest.mark.parametrize("headers", OUTSIDE.values(), ids=OUTSIDE)
def test_whatever_may_come_from_outside_must_sign_in(headers):
    assert decided(asker(headers), EDITORS) == "not_signed_in"


def test_a_peer_elsewhere_must_sign_in_whatever_it_says_of_itself():
    assert decided(asker(here=False), EDITORS) == "not_signed_in"


@pytest.mark.parametrize("headers", [*OUTSIDE.values(), HERE])
def test_a_signed_in_editor_may_publish_from_anywhere(headers):
    assert decided(asker(headers, here=False, **signed_in(EDITOR)), EDITORS) == ""
    assert decided(asker(headers, here=False, **signed_in("Editor@Example.org")), EDITORS) == ""
    other = asker(headers, here=False, **signed_in("reader@example.org"))
    assert decided(other, EDITORS) == "not_an_editor"


@pytest.mark.parametrize(
    ("verified", "unverified_too"), list(itertools.product([True, False, None, "true"], [0, 1]))
)
def test_an_address_that_nobody_verified_is_no_editors(verified, unverified_too):
    who = asker(here=False, **signed_in(EDITOR, verified))
    may = verified is True or (verified is None and unverified_too)
    assert decided(who, EDITORS, bool(unverified_too)) == ("" if may else "not_verified")


def test_nobody_is_an_editor_where_none_is_named_nor_without_an_address():
    assert decided(asker(here=False, **signed_in(EDITOR)), NOBODY) == "not_an_editor"
    assert decided(asker(here=False, **signed_in("")), Roles({"": EDITS}, ALL)) == "not_an_editor"
    assert decided(asker(here=False, email=EDITOR), EDITORS) == "not_signed_in"


@pytest.mark.parametrize("headers", [*OUTSIDE.values(), HERE])
@pytest.mark.parametrize("roles", [EDITORS, CLOSED, NOBODY])
def test_whoever_is_not_named_is_everybody_else(headers, roles):
    for user in ({}, signed_in("reader@example.org"), signed_in(EDITOR, False), signed_in("")):
        found = access.decided(asker(headers, here=False, **user), roles)
        assert found.right == roles.others


def test_a_municipal_reader_sees_his_own_schools_and_writes_nothing():
    who = asker(here=False, **signed_in(MUNICIPAL))
    assert access.decided(who, CLOSED) == Decision(AZOV, "not_an_editor")


@pytest.mark.parametrize("user", [{}, signed_in(EDITOR), signed_in(EDITOR, None)])
def test_a_faulty_file_of_roles_opens_nothing_but_this_machine(user):
    fault = FaultyRolesError("unreadable")
    assert access.decided(asker(here=False, **user), fault, True) == Decision(
        NOTHING, "roles_closed"
    )
    assert access.decided(asker(**user), fault).right == EDITS


COMPONENTS = Path(__file__).resolve().parents[3] / "components"
WRITING = {"publish", "roll_back", "save"}
ASKING = {"insist_on_writing", "refusal"}
IN_MEMORY = {"deck"}
"""Modules that save a file in memory, for a reader to take away: nothing stays."""


def calls(function):
    """What a function calls of modules, in the order of its lines."""
    nodes = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
    named = [node for node in nodes if isinstance(node.func, ast.Attribute)]
    return [node.func.attr for node in sorted(named, key=lambda node: node.lineno)]


def test_every_door_asks_for_the_right_just_before_it_writes():
    doors = {}
    for path in COMPONENTS.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                for before, call in itertools.pairwise(["", *calls(node)]):
                    if call in WRITING and path.stem not in IN_MEMORY:
                        doors[f"{path.stem}.{node.name}"] = before
    assert set(doors) == {
        "publishing_form._publish",
        "version_list._roll_back",
        "recipe_form._apply",
        "stories._keep",
    }
    assert set(doors.values()) <= ASKING
