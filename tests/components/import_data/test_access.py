"""Who may publish: whoever sits at the machine, and from elsewhere only a signed-in editor."""

import pytest

from components.import_data.access import LOCAL, decided

EDITOR, EDITORS = "editor@example.org", {"editor@example.org", "other@example.org"}


@pytest.mark.parametrize("served", LOCAL)
def test_whoever_sits_at_the_machine_may_publish(served):
    assert decided(served, False, "", set()) == ""


@pytest.mark.parametrize("served", [None, "", "0.0.0.0", "192.168.1.5", "monitor.example.org"])
def test_a_server_that_listens_wider_asks_for_a_signed_in_editor(served):
    assert decided(served, False, EDITOR, EDITORS) == "not_signed_in"
    assert decided(served, True, "reader@example.org", EDITORS) == "not_an_editor"
    assert decided(served, True, EDITOR, EDITORS) == ""


def test_nobody_is_an_editor_where_none_is_named_nor_without_an_address():
    assert decided(None, True, EDITOR, set()) == "not_an_editor"
    assert decided(None, True, "", {""}) == "not_an_editor"
