"""A municipal reader sees the schools of its own one by one, and of all others only totals.

What reaches the browser is searched byte by byte, files and older versions included.
"""

import contextvars
import inspect
import re
import shutil

import duckdb
import pytest
from streamlit.runtime.media_file_manager import MediaFileManager

from components.base import load
from components.base.i18n import Words
from components.base.load import one_version
from components.base.rights import NOTHING, Right, reading_as
from components.shell import roles
from components.slides.shelf import SHELF
from data import store
from queries.view import View
from tests.pages import municipal, seen
from tests.pages.conftest import through_app
from tests.pages.municipal import SALSK, TAGANROG
from tests.pages.test_every_view import VIEWS as EVERY
from tests.queries.questions import QUESTIONS

RU = Words("ru")
ALL, MUNICIPAL = Right(), Right(municipalities=frozenset({SALSK}))
ROWS = {ALL: "*;reader;\n", MUNICIPAL: f"*;municipal;{SALSK}\n", NOTHING: ""}
"""What the file of roles says of everybody who has not signed in, for each right."""

LISTS = {
    "a cohort": ("dynamics", {"region": "60", "part": "schools", "cohort": "2021"}),
    "the network": ("mentoring", {"region": "60", "desk": "network"}),
    "the gap": ("mentoring", {"region": "60"}),
    "pairs": ("mentoring", {"region": "60", "desk": "proposal"}),
    "measures": ("roadmaps", {"region": "60"}),
    "doubts": ("roadmaps", {"region": "60", "desk": "doubts"}),
    "documents": ("project_year", {"region": "60"}),
    "the directory": ("schools", {"region": "60"}),
    "risk profiles": ("risks", {"region": "60", "desk": "profiles"}),
    "mentors strong at a risk": ("risks", {"region": "60", "desk": "answers", "factor": "RF-COMP"}),
}
"""Lists of schools of a whole region."""

OF_ELSEWHERE = {"pairs", "mentors strong at a risk"}
"""Of these, mentors of other municipalities are no rows of his, whatever place is chosen."""

ELSEWHERE = {
    f"{page} of another municipality, {part}": (
        page,
        {"region": "60", "municipality": TAGANROG} | ({"desk": part} if part else {}),
    )
    for page, parts in {
        "overview": ("",),
        "heatmap": ("",),
        "mentoring": ("", "coverage", "network", "proposal", "what_if"),
        "roadmaps": ("", "completion", "doubts", "list"),
        "project_year": ("", "curators"),
        "risks": ("", "profiles", "places", "answers"),
    }.items()
    for part in parts
}
VIEWS = EVERY | LISTS | ELSEWHERE
NOTICE = RU("rights.own", places="Сальский район")


@pytest.fixture(scope="module")
def region(built, tmp_path_factory):
    """Two versions of one region, the older of which is opened by a link."""
    folder = tmp_path_factory.mktemp("marked")
    older = municipal.marked(folder / "20200101T000000-aaaaaaaa.duckdb", built.version.path)
    newer = store.Version("20210101T000000-bbbbbbbb", folder / "20210101T000000-bbbbbbbb.duckdb")
    shutil.copyfile(older.path, newer.path)
    with duckdb.connect(newer.path) as connection:
        connection.execute("UPDATE school SET name = name || ' NEW'")
    (folder / store.POINTER).write_text(newer.name)
    yield folder, older, newer
    for version in (older, newer):
        store.engine(version).dispose()


@pytest.fixture(scope="module")
def partners(region):
    found = municipal.partners(region[1])
    assert found
    return found


@pytest.fixture(scope="module")
def own_names(region):
    """The names of the reader's own schools; a list of all is cut before some of them."""
    with duckdb.connect(region[2].path, read_only=True) as connection:
        rows = connection.execute(f"SELECT name FROM school WHERE oktmo = '{SALSK}'").fetchall()
    return {name for (name,) in rows}


@pytest.fixture
def read(region, monkeypatch, open_page, tmp_path):
    """Give every byte that a page and its files send to a reader of a right."""
    monkeypatch.setenv("MONITOR_STORE", str(region[0]))
    named = tmp_path / "roles.csv"
    monkeypatch.setenv(roles.FILE, str(named))
    files, register = [], MediaFileManager.add_deferred

    def noted(manager, make, *args, **more):
        files.append(make)
        return register(manager, make, *args, **more)

    monkeypatch.setattr(MediaFileManager, "add_deferred", noted)

    def reading(right, page, **link):
        files.clear()
        named.write_text(f"{';'.join(roles.HEAD)}\n{ROWS[right]}", encoding="utf-8")
        sent = municipal.sent(open_page(page, **{"data": region[2].name} | link))
        # A file is made after the run, by a thread of the server that knows nothing of it.
        made = [contextvars.Context().run(make) for make in files]
        return b"\n".join([sent, *map(municipal.unpacked, made)])

    return reading


def plainly(reader):
    """What is read on the page; a story of his slides has another fingerprint, and no number."""
    return {re.sub(r"\b[0-9a-f]{12}\b", "", text) for text in seen.texts(reader)}


@pytest.mark.parametrize("view", VIEWS)
def test_of_other_municipalities_only_totals_are_sent_and_they_are_true(
    read, partners, own_names, reader, view
):
    """What he sees is a part of what all see, or a name: a total of his schools is neither."""
    page, link = VIEWS[view]
    read(ALL, page, **link, language="ru")
    whole = plainly(reader)
    # The first fifty of his schools stand on another page of all; points are of his schools alone.
    if page == "schools" or link.get("dots") == "school":
        read(ALL, page, **link | {"region": "60", "municipality": SALSK}, language="ru")
        whole |= plainly(reader)
    assert municipal.foreign(read(MUNICIPAL, page, **link, language="ru"), partners) == []
    alone = {text for text in plainly(reader) if not text.startswith("В файле ")} - whole
    assert NOTICE in alone
    assert alone <= {NOTICE, RU("rights.all_hidden"), *own_names}


@pytest.mark.parametrize("view", LISTS)
def test_who_sees_every_school_is_sent_others_too(read, partners, view):
    """Or the search above would find nothing anywhere."""
    page, link = LISTS[view]
    assert len(municipal.foreign(read(ALL, page, **link), partners)) > 5


@pytest.mark.parametrize("view", sorted(set(LISTS) - OF_ELSEWHERE))
def test_of_his_own_municipality_he_sees_all_there_is(read, reader, view):
    """But for mentors that may be proposed from elsewhere, who are not his yet."""
    page, link = LISTS[view]
    here = link | {"municipality": SALSK, "language": "ru"}
    read(ALL, page, **here)
    whole = set(seen.texts(reader))
    read(MUNICIPAL, page, **here)
    missing = whole - set(seen.texts(reader))
    assert all(municipal.MARK in text for text in missing)


@pytest.mark.parametrize("view", LISTS)
def test_an_older_version_shows_him_no_more(read, region, partners, view):
    page, link = LISTS[view]
    sent = read(MUNICIPAL, page, **link, data=region[1].name)
    assert region[1].name.encode() in sent
    assert municipal.foreign(sent, partners) == []


@pytest.mark.parametrize("view", LISTS)
def test_what_was_kept_for_him_is_not_what_others_get(read, partners, view):
    page, link = LISTS[view]
    load._answer.cache_clear()
    load._made_from.cache_clear()
    read(MUNICIPAL, page, **link)
    assert len(municipal.foreign(read(ALL, page, **link), partners)) > 5
    assert municipal.foreign(read(MUNICIPAL, page, **link), partners) == []


@pytest.mark.parametrize("view", LISTS)
def test_who_sees_totals_only_is_sent_no_school_at_all(read, view):
    page, link = LISTS[view]
    assert municipal.foreign(read(NOTHING, page, **link), set()) == []


@pytest.mark.parametrize("view", LISTS)
def test_the_show_of_a_reader_has_only_schools_that_he_may_see(read, reader, partners, view):
    """And who may see every school finds others in the same slides, or the search is blind."""
    page, link = LISTS[view]
    for right in (MUNICIPAL, ALL):
        read(right, page, **link)
        reader.session_state[SHELF] = []
        for key in [button.key for button in reader.button if str(button.key).endswith("_show")]:
            reader.button(key=key).click()
            through_app(reader)
            reader.run()
        slides = reader.session_state[SHELF]
        reader.session_state[SHELF] = []
        assert {whose for whose, _ in slides} <= {right.municipalities}
        found = municipal.foreign(str(slides).encode(), partners)
        assert found == [] if right == MUNICIPAL else found


def test_a_file_of_an_older_version_is_of_that_version(read, region):
    assert b" NEW" in read(ALL, "project_year", region="60")
    assert b" NEW" not in read(ALL, "project_year", region="60", data=region[1].name)


def test_a_mentor_that_is_not_his_to_see_is_not_offered_and_falls_back(read, reader, partners):
    link = {"region": "60", "desk": "network", "language": "ru"}
    read(ALL, "mentoring", **link)
    every = set(reader.selectbox(key="bar_mentor").options)
    read(MUNICIPAL, "mentoring", **link)
    own = set(reader.selectbox(key="bar_mentor").options)
    assert 1 < len(own) < len(every) and own < every
    other = municipal.MARK + municipal.code(sorted(every - own)[0])
    read(ALL, "mentoring", **link, mentor=other)
    assert reader.selectbox(key="bar_mentor").value == other
    read(MUNICIPAL, "mentoring", **link, mentor=other)
    assert reader.selectbox(key="bar_mentor").value == ""


VIEWS_ASKED = {
    "region": View("60", 2022, 2017),
    "own": View("60", 2022, 2017, municipality=SALSK, indicator="IND-07-VPR"),
    "other": View("60", 2022, 2017, municipality=TAGANROG, indicator="IND-07-EGE"),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_no_question_gives_him_a_row_of_a_school_that_he_may_not_see(region, partners, name):
    question = QUESTIONS[name]
    alike = not inspect.signature(question).parameters
    with one_version(region[2]), reading_as(MUNICIPAL):
        asked = [()] if alike else [(view,) for view in VIEWS_ASKED.values()]
        told = [load.load(question, *of).to_csv().encode() for of in asked]
    assert municipal.foreign(b"\n".join(told), partners) == []
