"""What school pages, their files and the search say is made of whole blocks, whoever reads.

An attacker who has all of it cannot tell two versions apart whose results differ and whose blocks
have the same sums; so there is nothing in it by which a hidden number could be worked out.
"""

import contextvars
import re
import shutil

import duckdb
import pytest
from streamlit.runtime.media_file_manager import MediaFileManager

from components.base.i18n import Words
from components.base.load import one_version
from components.base.pupils import seeing
from components.base.rights import Right, reading_as
from components.downloads import card_files
from components.school import paper
from components.school.card import card
from components.school.choice import SchoolView
from components.shell import roles, school_search
from data import store
from tests.pages import municipal, other_results, seen
from tests.pages.municipal import SALSK

RIGHTS = {"everybody": Right(), "municipal": Right(municipalities=frozenset({SALSK}))}
ROLES = {"everybody": "*;reader;\n", "municipal": f"*;municipal;{SALSK}\n"}
VIEWS = {
    "card": ("school", {"municipality": SALSK}),
    "directory": ("schools", {"sorted_by": "-years_listed"}),
    "directory of the list": ("schools", {"on_list": "yes", "municipality": SALSK}),
    "list": ("low_performing", {}),
    "list by the rule": ("low_performing", {"desk": "rule"}),
    "plot of schools": ("explore", {"dots": "school", "by_colour": "results_VPR"}),
    "plot of one municipality": ("explore", {"dots": "school", "municipality": SALSK}),
    "conditions": ("low_performing", {"desk": "conditions"}),
}
WRITTEN = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
"""When a workbook was written."""

SAMPLED, ZIPPED = 12, 4
"""Every which school's card is read; how many cards are taken as one ZIP."""


@pytest.fixture(scope="module")
def worlds(built, tmp_path_factory):
    """The version of the first start and the like of it with other results, of one name."""
    found = []
    for kind in ("true", "other"):
        folder = tmp_path_factory.mktemp(kind)
        path = folder / built.version.path.name
        if kind == "true":
            shutil.copyfile(built.version.path, path)
        else:
            _, changed = other_results.written(path, built.version.path)
            assert changed > 0.25
        (folder / store.POINTER).write_text(path.stem)
        found.append(store.Version(path.stem, path))
    yield found
    for version in found:
        store.engine(version).dispose()


@pytest.fixture(scope="module")
def names(worlds):
    """Schools of the region whose results are not the same, those of Salsk first."""
    true, other = worlds
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH '{true.path}' AS one (READ_ONLY)")
        connection.execute(f"ATTACH '{other.path}' AS two (READ_ONLY)")
        rows = connection.execute(
            "SELECT DISTINCT r.school_id, s.oktmo FROM one.assessment_result r "
            "JOIN two.assessment_result o USING (school_id, year, procedure, grade, subject) "
            "JOIN one.school s USING (school_id) "
            "WHERE r.below_threshold <> o.below_threshold AND school_id LIKE '60-%' "
            "ORDER BY 2, 1"
        ).fetchall()
    own = [name for name, oktmo in rows if oktmo == SALSK]
    assert len(own) > ZIPPED
    return own, [name for name, oktmo in rows if oktmo != SALSK]


def view_of(name):
    return SchoolView("60", 2022, 2017, language="ru", school=name)


def told(version, who, act, pupils="whole_blocks"):
    """What a reader is told of a version."""
    with one_version(version), reading_as(RIGHTS[who]), seeing(pupils):
        return act()


def cards_of(names):
    return lambda: [card(view_of(name)).sections for name in names]


@pytest.mark.parametrize("who", RIGHTS)
def test_cards_are_the_same_whatever_is_hidden(worlds, names, who):
    own, others = names
    asked = own if who == "municipal" else [*own, *others[::SAMPLED]]
    one, other = (told(version, who, cards_of(asked)) for version in worlds)
    assert one == other


def test_some_of_those_cards_tell_shares_of_pupils(worlds, names):
    """Or nothing above would be about pupils."""
    own, others = names
    sections = told(worlds[0], "everybody", cards_of([*own, *others[::SAMPLED]]))
    better = [row[-1] for parts in sections for row in parts[-1].rows]
    assert sum("%" in said for said in better) > 10


def test_what_an_editor_sees_would_tell_the_two_apart(worlds, names):
    """Or the comparison would find nothing anywhere."""
    own, _ = names
    one, other = (told(version, "everybody", cards_of(own), "all") for version in worlds)
    assert sum(here != there for here, there in zip(one, other, strict=True)) > len(own) / 2


@pytest.mark.parametrize("who", RIGHTS)
def test_cards_on_paper_are_the_same_byte_for_byte(worlds, names, who):
    own, others = names
    asked = (own if who == "municipal" else others)[:ZIPPED]

    def archive():
        return paper.zipped(view_of(""), asked, ("", "версия"), lambda _: None)

    one, other = (told(version, who, archive) for version in worlds)
    assert one == other
    assert one.startswith(b"PK") and card_files.ZIP_TYPE.endswith("zip")


@pytest.mark.parametrize("who", RIGHTS)
@pytest.mark.parametrize("typed", ["0412", "сальск", "школа 12"])
def test_the_search_finds_the_same(worlds, who, typed):
    one, other = (
        told(version, who, lambda: school_search.found(typed, view_of(""), Words("ru")))
        for version in worlds
    )
    assert one == other and one["said"]


@pytest.fixture
def read(monkeypatch, open_page, reader, tmp_path):
    """Give all texts of a page and the bytes of its files, as a reader of a version gets them."""
    named = tmp_path / "roles.csv"
    monkeypatch.setenv(roles.FILE, str(named))
    files, register = [], MediaFileManager.add_deferred

    def noted(manager, make, *args, **more):
        files.append(make)
        return register(manager, make, *args, **more)

    monkeypatch.setattr(MediaFileManager, "add_deferred", noted)

    def reading(version, who, page, **link):
        monkeypatch.setenv("MONITOR_STORE", str(version.path.parent))
        named.write_text(f"{';'.join(roles.HEAD)}\n{ROLES[who]}", encoding="utf-8")
        files.clear()
        open_page(page, region="60", language="ru", **link)
        made = [contextvars.Context().run(make) for make in files]
        said = [WRITTEN.sub(b"", municipal.unpacked(content)) for content in made]
        return list(seen.texts(reader)), said

    return reading


@pytest.mark.parametrize("who", RIGHTS)
@pytest.mark.parametrize("name", VIEWS)
def test_pages_and_their_files_are_the_same_whatever_is_hidden(worlds, names, read, name, who):
    page, link = VIEWS[name]
    more = {"school": names[0][0]} if page == "school" else {}
    one, other = (read(version, who, page, **link, **more) for version in worlds)
    assert one == other
    assert len(one[0]) > 10
    assert one[1] or name in ("list by the rule", "conditions")
