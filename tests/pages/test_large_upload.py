"""A large file goes its own way to the same remarks, and the session holds its content once."""

import gc

import pytest

from components.import_data.files import READ, UPLOADS
from data.intake.received import limits

ROWS = "".join(f"nowhere-{n},2022,7,3\n" for n in range(20_000))
LARGE = f"school_id,year,teachers,trained\n{ROWS}".encode()


@pytest.fixture
def room(tmp_path, monkeypatch):
    where = tmp_path / "temporary"
    where.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(where))
    return where


def test_a_large_file_is_read_apart_and_kept_once(new_reader, room):
    assert len(LARGE) > limits.SMALL_BYTES
    page = new_reader()
    page.switch_page("pages/import_data.py")
    page.query_params["language"] = "en"
    page.run()
    page.file_uploader[0].set_value([("training.csv", LARGE, "text/csv")]).run()
    assert not page.exception, page.exception[0].message
    assert "Remarks" in [each.value for each in page.subheader]
    assert any("nowhere-0" in html.proto.body for html in page.get("html"))
    (brought,) = page.session_state[READ].values()
    received = brought.received
    assert received.files[0].rows.num_rows == 20_000 and received.mapped
    assert received.files[0]._coded == {}
    (upload,) = page.session_state[UPLOADS]
    copies = [
        each
        for each in gc.get_objects()
        if isinstance(each, type(upload))
        and (each.name, each.getvalue()) == (upload.name, upload.getvalue())
        and each.getvalue() is not upload.getvalue()
    ]
    assert copies == []
    assert len([path for path in room.iterdir() if path.is_dir()]) == 1
