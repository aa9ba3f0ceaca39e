"""Stories are listed, copied, ordered and commented; a frozen one keeps its word."""

import shutil

import duckdb
import pytest
from streamlit.runtime.context import ContextProxy, StreamlitHeaders

from components.base.i18n import Words
from components.shell import roles
from components.show import frozen_story
from components.slides.files import data_files
from data import store
from data.stories import drafts, frozen
from data.stories.drafts import Draft, Part
from tests.pages.conftest import through_app

HERE = StreamlitHeaders([("Host", "localhost:8501"), ("Origin", "http://localhost:8501")])
RU = Words("ru")
ROAD = Part("mentoring?region=60", "road")
GAPS = Part("mentoring?region=60", "gaps")
GAP = Part("mentoring?region=60", "gap")
THREE = Part("dynamics?region=60", "three")
TALK = Draft("Доклад", (ROAD, GAP, THREE))
NEXT = "20990101T000000000000-0123abcd"


@pytest.fixture
def folder(built, own_store, tmp_path, monkeypatch):
    """A store of a test's own, with the version of a first start."""
    where = tmp_path / "store"
    where.mkdir()
    (where / built.version.path.name).hardlink_to(built.version.path)
    (where / store.POINTER).write_text(built.version.name)
    monkeypatch.setenv("MONITOR_STORE", str(where))
    return where


@pytest.fixture
def editor(monkeypatch):
    """Ask as a browser on this machine does."""
    monkeypatch.setattr(ContextProxy, "headers", HERE)
    monkeypatch.setattr(ContextProxy, "ip_address", None)


@pytest.fixture
def readers(monkeypatch, tmp_path):
    """Let everybody who asks read as a row of the file of roles says."""

    def read_as(row):
        monkeypatch.setattr(ContextProxy, "headers", StreamlitHeaders([]))
        where = tmp_path / "roles.csv"
        where.write_text(f"{';'.join(roles.HEAD)}\n{row}", encoding="utf-8")
        monkeypatch.setenv(roles.FILE, str(where))

    return read_as


@pytest.fixture
def show(folder, new_reader):
    def opened(reader=None, **link):
        app = reader or new_reader()
        through_app(app)
        app.switch_page("pages/show.py")
        app.query_params.clear()
        app.query_params.update({"region": "60", "language": "ru"} | link)
        app.run()
        assert not app.exception, app.exception[0].message
        return app

    return opened


def cards(app):
    """What the page says of each slide."""
    return [each.value for each in app.get("html") if 'class="show_card"' in each.value]


def said(app):
    kinds = (app.caption, app.info, app.warning, app.subheader, app.markdown)
    return [each.value for kind in kinds for each in kind]


def button(app, words):
    return next(each for each in app.button if each.label == words)


def run(app, widget):
    """Run the page anew after a widget was used, as its reader's right has it."""
    through_app(app)
    widget.run()
    assert not app.exception, app.exception[0].message
    return app


def code(app):
    found = app.query_params["story"]
    return found if isinstance(found, str) else found[0]


def test_every_region_begins_with_a_story_of_its_own(show):
    found = cards(show())
    assert len(found) >= 8
    assert "нуждаются в помощи" in found[0]
    assert all("<img" in card for card in found)
    assert len(cards(show(region="75"))) >= 4


def test_a_story_is_copied_ordered_commented_and_removed(show, folder, editor):
    drafts.save(folder, TALK)
    app = show()
    link = next(each.value for each in app.get("html") if '<table class="show_list"' in each.value)
    assert "Доклад" in link
    kept = show(story=own(folder))
    road, gap, three = cards(kept)
    run(kept, button(kept, RU("show.down")).click())
    assert [part.name for part in drafts.saved(folder)[0].parts] == ["gap", "road", "three"]
    assert cards(kept)[1].split("<p>")[1] == road.split("<p>")[1]
    comment = next(each for each in kept.text_input if each.label == RU("show.comment", n=1))
    run(kept, comment.set_value("начать с них"))
    assert drafts.saved(folder)[0].parts[0].comment == "начать с них"
    comment = next(each for each in kept.text_input if each.label == RU("show.comment", n=1))
    assert comment.value == "начать с них"
    remove = [each for each in kept.button if each.label == RU("show.remove")]
    run(kept, remove[2].click())
    assert [part.name for part in drafts.saved(folder)[0].parts] == ["gap", "road"]
    run(kept, button(kept, RU("show.forget")).click())
    assert drafts.saved(folder) == []
    assert len(cards(kept)) >= 8


def own(folder):
    """Give the code of the only story that is kept beside the data."""
    from components.show.stories import _code

    return _code(drafts.saved(folder)[0].name)


def copy(app, name):
    next(each for each in app.text_input if each.label == RU("show.copy_name")).set_value(name)
    return run(app, button(app, RU("show.copy_now")).click())


def test_a_reader_keeps_a_copy_for_his_session_alone(show, folder):
    app = copy(show(), "Моя")
    assert code(app).startswith("own-")
    assert len(cards(app)) >= 8
    assert drafts.saved(folder) == []
    assert RU("show.not_found") in said(show(story=code(app)))
    taken = copy(show(app), "Моя")
    assert RU("show.name_taken", name="Моя") in said(taken)


def test_an_editor_keeps_it_for_all_who_may_then_not_change_it(show, folder, editor, readers):
    app = copy(show(), "Общая")
    assert [draft.name for draft in drafts.saved(folder)] == ["Общая"]
    readers("*;reader;\n")
    read = show(story=code(app))
    assert RU("show.of_editors") in said(read)
    assert not [each for each in read.button if each.label == RU("show.remove")]


def freeze(app):
    return code(run(app, button(app, RU("show.freeze_now")).click()))


@pytest.fixture
def talk(show, folder, editor):
    """A frozen story: the road, schools without a mentor, and what the results became."""
    drafts.save(folder, TALK)
    return freeze(show(story=own(folder)))


def published(folder, change=""):
    """Make a copy of the current version, changed or not, the current one."""
    now = store.current(folder)
    shutil.copyfile(now.path, folder / f"{NEXT}.duckdb")
    if change:
        with duckdb.connect(folder / f"{NEXT}.duckdb") as connection:
            connection.execute(change)
    (folder / store.POINTER).write_text(NEXT)
    return now


def test_only_editors_freeze(show, folder, readers):
    readers("*;reader;\n")
    app = show()
    assert RU("show.freeze_refused") in said(app)
    assert not [each for each in app.button if each.label == RU("show.freeze_now")]
    assert frozen.names(folder) == []


def csv(name):
    """The bytes of a frozen story's rows, as its file of data has them."""
    return data_files.data(frozen_story.opened(name).story)


def test_a_frozen_story_says_the_same_after_new_data_and_without_its_version(show, folder, talk):
    before, rows = show(story=talk), csv(talk)
    assert RU("show.state_current") in said(before)
    assert len(cards(before)) == 3
    older = published(folder, "DELETE FROM mentorship")
    after = show(story=talk)
    assert cards(after) == cards(before)
    assert any("опубликованы новые данные" in text for text in said(after))
    older.path.unlink()
    alone = show(story=talk)
    assert cards(alone) == cards(before)
    assert csv(talk) == rows
    assert RU("show.state_removed") in said(alone)


def test_rows_of_schools_are_frozen_for_those_who_see_every_school(show, talk, readers):
    readers("*;municipal;60650000\n")
    app = show(story=talk)
    assert len(cards(app)) == 2
    assert RU("show.closed_schools", n=1) in said(app)
    readers("*;reader;\n")
    assert len(cards(show(story=talk))) == 3


CORRECTED = "UPDATE result_block SET below = below + 1 WHERE region = '{}' AND below IS NOT NULL"


def test_numbers_of_pupils_that_were_corrected_are_closed_to_readers(
    show, folder, talk, readers, editor
):
    published(folder, CORRECTED.format("60"))
    assert len(cards(show(story=talk))) == 3
    readers("*;reader;\n")
    app = show(story=talk)
    assert len(cards(app)) == 2
    assert RU("show.closed_results", n=1) in said(app)


def test_a_correction_in_another_region_or_of_other_tables_closes_nothing(
    show, folder, talk, readers
):
    published(folder, CORRECTED.format("75") + "; DELETE FROM mentorship")
    readers("*;reader;\n")
    assert len(cards(show(story=talk))) == 3


def test_a_damaged_file_is_told_in_words_and_the_list_still_stands(show, folder, talk):
    path = folder / frozen.FOLDER / f"{talk}.json"
    path.write_bytes(path.read_bytes()[:-1])
    app = show(story=talk)
    assert RU("error.damaged_frozen_story.title") in said(app)
    assert cards(app) == []
