"""A server that dies is told at once with what it said, and not waited for."""

import pytest

from tests.browser.serving import serving


def test_a_server_that_cannot_start_is_told_with_what_it_said(tmp_path):
    options = ("--server.address", "no such address")
    with (
        pytest.raises(RuntimeError, match="(?s)did not start:.*gaierror"),
        serving(tmp_path / "store", tmp_path / "log.txt", *options),
    ):
        pytest.fail("it serves where nobody is")
