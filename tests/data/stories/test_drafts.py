"""A draft of a story is kept under its name, and a file that is none is passed over."""

import pytest

from data.stories import drafts
from data.stories.drafts import Draft, Part

ROAD = Part("mentoring?region=60&year=2022", "road", "сначала темп")
THREE = Part("dynamics?region=60&part=cohort", "three")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "store"


def test_a_draft_is_read_as_it_was_saved_and_replaced_by_one_of_its_name(folder):
    drafts.save(folder, Draft("Конференция", (ROAD, THREE)))
    drafts.save(folder, Draft("август", (THREE,)))
    assert drafts.saved(folder) == [Draft("август", (THREE,)), Draft("Конференция", (ROAD, THREE))]
    drafts.save(folder, Draft("Конференция", (THREE, ROAD)))
    assert drafts.saved(folder)[1].parts == (THREE, ROAD)
    drafts.forget(folder, "Конференция")
    drafts.forget(folder, "Конференция")
    assert [draft.name for draft in drafts.saved(folder)] == ["август"]


@pytest.mark.parametrize(
    "text",
    ["", "[", "[]", "{}", '{"name": 3, "parts": []}', '{"name": "a", "parts": [{"link": "b"}]}']
    + ['{"name": "a", "parts": [{"link": 1, "name": "c", "comment": ""}]}', "[" * 100_000],
)
def test_a_file_that_is_no_draft_is_passed_over(folder, text):
    drafts.save(folder, Draft("август", (THREE,)))
    (folder / drafts.FOLDER / "other.json").write_text(text)
    assert drafts.saved(folder) == [Draft("август", (THREE,))]


def test_a_store_without_drafts_has_none(folder):
    assert drafts.saved(folder) == []
