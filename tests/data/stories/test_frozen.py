"""A frozen story is read exactly as it was frozen, or it is told what happened to its file."""

import json
from dataclasses import replace

import pytest

from data import backup
from data.errors import ReaderError
from data.stories import frozen
from data.stories.frozen import Frozen

STORY = Frozen(
    name="Доклад",
    version="20261128T010203000004-0a1b2c3d",
    frozen_at="2026-11-28T10:00:00+00:00",
    frozen_by="editor",
    slides=({"finding": "Помощи ждут 82 школы", "rows": [["Азов", 3, None, 41.5]]},),
    comments=("сказать медленно",),
    open=(True,),
    results={"60/OGE/2022/below": "ab"},
)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "store"


def path(folder, name):
    return folder / frozen.FOLDER / f"{name}.json"


def refused(folder, name):
    with pytest.raises(ReaderError) as error:
        frozen.read(folder, name)
    return error.value.code


def test_what_is_read_is_what_was_frozen(folder):
    name = frozen.freeze(folder, STORY)
    assert frozen.read(folder, name) == STORY
    assert frozen.names(folder) == [name]


def test_the_same_story_is_frozen_once_and_another_beside_it(folder):
    name = frozen.freeze(folder, STORY)
    before = path(folder, name).read_bytes()
    assert frozen.freeze(folder, STORY) == name
    other = frozen.freeze(folder, replace(STORY, comments=("",)))
    assert other != name
    assert path(folder, name).read_bytes() == before
    assert frozen.names(folder) == sorted([name, other])


@pytest.mark.parametrize("place", [0, 0.25, 0.5, 0.75, 0.999])
def test_one_changed_byte_anywhere_is_found_out(folder, place):
    name = frozen.freeze(folder, STORY)
    told = bytearray(path(folder, name).read_bytes())
    told[int(place * len(told))] ^= 1
    path(folder, name).write_bytes(told)
    assert refused(folder, name) == "damaged_frozen_story"


@pytest.mark.parametrize("size", [0, 1, 100])
def test_a_file_cut_short_is_found_out(folder, size):
    name = frozen.freeze(folder, STORY)
    path(folder, name).write_bytes(path(folder, name).read_bytes()[:size])
    assert refused(folder, name) == "damaged_frozen_story"


@pytest.mark.parametrize("name", ["", "0" * 32, "../current", "а" * 32, "0" * 33])
def test_what_was_never_frozen_is_not_there(folder, name):
    frozen.freeze(folder, STORY)
    assert refused(folder, name) == "no_frozen_story"


def test_a_folder_in_the_place_of_the_file_is_damage(folder):
    name = frozen.freeze(folder, STORY)
    path(folder, name).unlink()
    path(folder, name).mkdir()
    assert refused(folder, name) == "damaged_frozen_story"


def put(folder, said):
    """Write a file whose name fits its bytes, as no program of ours would."""
    told = json.dumps(said).encode()
    name = frozen._name(told)
    (folder / frozen.FOLDER).mkdir(parents=True)
    path(folder, name).write_bytes(told)
    return name


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"schema": frozen.SCHEMA_NUMBER + 1}, "newer_frozen_story"),
        ({"schema": 1}, "damaged_frozen_story"),
        ([], "damaged_frozen_story"),
        ({"schema": 1, "slides": 3}, "damaged_frozen_story"),
    ],
)
def test_contents_that_are_no_story_are_told_apart_from_those_of_a_later_program(
    folder, said, code
):
    assert refused(folder, put(folder, said)) == code


def test_a_story_without_slides_or_with_fewer_comments_is_damaged(folder):
    for story in (replace(STORY, slides=(), comments=(), open=()), replace(STORY, comments=())):
        assert refused(folder, frozen.freeze(folder, story)) == "damaged_frozen_story"


def test_what_a_killed_writer_left_goes_with_the_next_story(folder):
    frozen.freeze(folder, STORY)
    left = folder / frozen.FOLDER / f"{frozen.DRAFT}{'0' * 32}.json"
    left.write_text("half")
    frozen.freeze(folder, STORY)
    assert not left.exists()


def test_a_backup_holds_frozen_stories(regions, publish_files, tmp_path):
    publish_files(regions("60"))
    name = frozen.freeze(tmp_path / "store", STORY)
    backup.back_up(tmp_path / "store", tmp_path / "copy")
    path(tmp_path / "store", name).write_text("damaged")
    assert backup.back_up(tmp_path / "store", tmp_path / "copy") == []
    backup.restore(tmp_path / "copy", tmp_path / "new")
    assert frozen.read(tmp_path / "new", name) == STORY
