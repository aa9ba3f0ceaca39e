"""Take the files a person brings, read each once, and remember what was read in the session."""

import hashlib
from dataclasses import dataclass, replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.uploaded_file_manager import UploadedFile

from components.base.choices import choices
from components.base.i18n import Words
from components.base.load import keep, load, one_version
from components.base.rights import right
from components.import_data import room_for_files, turns
from components.shell import access, handing, signing_in
from data import store
from data.intake.received import places, saved_recipes
from data.intake.received.apart import is_large, receive_apart
from data.intake.received.places import Register
from data.intake.received.receive import Received, Recipes, receive
from data.intake.received.recipe import Recipe
from data.intake.received.school_names import KnownSchool
from data.intake.received.together import is_by_recipe, known_to
from data.intake.screening import known_municipalities
from queries import lookups
from queries.view import ALL

UPLOADS, READ = "brought", "files_read"
REGION = "whose_files"
CAME_ALONG = "files_came_along"
"""Where the session keeps files that are not in the box: brought before signing in, or handed."""

ENDINGS = ["xlsx", "xls", "ods", "csv", "tsv", "txt", "geojson", "json"]
TYPED = (
    *("rule_", "region_", "table_", "name_", "column_", "what_", "of_", "when_", "down_"),
    *("first_", "last_", "given_", "skipped_", "ends_", "marks_", "new_", "doubted_", "is_"),
    *("recipe_", "doubt_", "replaced", "corrected", REGION),
)
"""Beginnings of the keys of all that is asked about brought files."""

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Brought:
    """One file as it was brought, and what was read of it; two of one name are two files."""

    file_id: str
    name: str
    content: bytes
    received: Received
    region: str = ALL
    """The region whose municipalities it names, if a person has said so."""
    recipes: tuple[Recipe, ...] = ()
    """Those by which it was read, where they fit."""
    schools: tuple[KnownSchool, ...] = ()
    """The schools that had codes then: those that the reader may see and other files name."""

    def line(self) -> turns.Line:
        """Give the line in which what is done with it takes its turn."""
        return turns.LARGE if is_large(self.content) else turns.SMALL


def draw(words: Words) -> list[Brought]:
    """Draw the place for files and read those that were not; files taken away are forgotten."""
    st.html(f"<style>:root{{--browse:'{words('import_data.browse')}'}}</style>")
    writes = right().writes
    most = access.file_mb() if writes else access.upload_mb()
    region = _region(words)
    # What it gives back is a copy of every file, made anew at each run; the session's own is not.
    st.file_uploader(
        words("import_data.files"),
        type=ENDINGS,
        accept_multiple_files=True,
        key=UPLOADS,
        max_upload_size=most,
    )
    said = words("import_data.most_each" if writes else "import_data.most", most=most)
    st.caption(words("import_data.files_caption", most=said))
    place = st.empty()  # always there, so that what stands below keeps its place
    _take_handed(region, place, words)
    uploads, came = st.session_state[UPLOADS], _came_along(words)
    if not writes:
        room = most * MEGABYTE - sum(len(each.content) for each in came)
        uploads = room_for_files.fitting(uploads, room, most, words)
    brought = came + [_read(each, region, place, words) for each in uploads]
    brought = _up_to_date(brought, region, place, words)
    st.session_state[READ] = {each.file_id: each for each in brought}
    _would_lose(brought, words)
    return brought


def _region(words: Words) -> str:
    """Ask whose municipalities the files name; ALL: each column of names tells it by itself."""
    known = names_of_regions(words)
    left, right = st.columns(2, vertical_alignment="bottom")
    by_files = words("import_data.region_by_files")
    chosen = left.selectbox(
        words("import_data.region"),
        [ALL, *known],
        format_func=lambda code: known.get(code, by_files),
        key=REGION,
        placeholder=by_files,
    )
    right.caption(words("import_data.region_help"))
    return chosen


def names_of_regions(words: Words) -> dict[str, str]:
    """Name every region of the country by its code, in the order of their Russian names."""
    rows = places.shipped_regions()
    return dict(zip(rows["code"], rows[f"name_{words.language}"], strict=True))


def _take_handed(region: str, place: DeltaGenerator, words: Words) -> None:
    """Read the files that other pages handed over; a later one of a subject is in its place."""
    for subject, each in handing.taken().items():
        came: dict[str, Brought] = st.session_state.get(CAME_ALONG, {})
        others = {key: one for key, one in came.items() if not key.startswith(f"{subject}:")}
        file_id = f"{subject}:{hashlib.sha256(each.content).hexdigest()}"
        read = _brought(file_id, each.name, each.content, region, place, words)
        st.session_state[CAME_ALONG] = others | {file_id: read}


def _came_along(words: Words) -> list[Brought]:
    """Give the files that are not in the box of files, with the way to drop them."""
    came: dict[str, Brought] = st.session_state.get(CAME_ALONG, {})
    if came:
        names = ", ".join(each.name for each in came.values())
        with st.container(horizontal=True, vertical_alignment="center", key="came_along"):
            st.text(words("import_data.came_along", files=names))
            st.button(words("import_data.drop"), on_click=lambda: st.session_state.pop(CAME_ALONG))
    now = st.session_state.get(READ, {})
    return [now.get(file_id, each) for file_id, each in came.items()]


def _would_lose(brought: list[Brought], words: Words) -> None:
    """Have the files wait for their reader if he goes to sign in, with all he has typed of them."""
    if brought:
        size = sum(len(each.content) for each in brought)
        files = {CAME_ALONG: {each.file_id: each for each in brought}}
        signing_in.would_lose(files, TYPED, size, words)


def register(region: str) -> Register:
    """Know the municipalities of a region, or of all of them where none is chosen."""
    return _register().within(region) if region else _register()


def register_offered() -> Register:
    """Know the municipalities of the region chosen for the files, else of those with data."""
    chosen = region_chosen()
    return _register().within(*((chosen,) if chosen else choices().regions))


def _register() -> Register:
    """Know the municipalities of the current version, made once for it."""
    with one_version() as version:
        return keep(known_municipalities.of_version, version)


def region_chosen() -> str:
    """Give the region that was chosen for the files; ALL: none was."""
    return st.session_state.get(REGION) or ALL


def _read(upload: UploadedFile, region: str, place: DeltaGenerator, words: Words) -> Brought:
    kept: dict[str, Brought] = st.session_state.setdefault(READ, {})
    if upload.file_id not in kept:
        about = (upload.file_id, upload.name, upload.getvalue())
        kept[upload.file_id] = _brought(*about, region, place, words)
    return kept[upload.file_id]


def _brought(
    file_id: str, name: str, content: bytes, region: str, place: DeltaGenerator, words: Words
) -> Brought:
    recipes = tuple(saved_recipes.saved(store.folder()))
    kept = Recipes(recipes, schools())
    received = _received(name, content, region, kept, place, words)
    return Brought(file_id, name, content, received, region, recipes, kept.schools)


def _received(
    name: str, content: bytes, region: str, kept: Recipes, place: DeltaGenerator, words: Words
) -> Received:
    """Read a file, a large one in its turn: no two readers' large files are read at once."""
    if not is_large(content):
        return receive(name, content, register(region), kept=kept)
    waiting = turns.LARGE.turn(lambda n: place.info(words("import_data.queue", n=n)))
    with waiting, place, st.spinner(words("import_data.reading", file=name)):
        return receive_apart(name, content, register(region), kept)


def schools() -> tuple[KnownSchool, ...]:
    """List the schools that have codes, for lists that name schools without them."""
    found = load(lookups.named_schools)
    return tuple(KnownSchool(*row) for row in found.itertuples(index=False))


def _up_to_date(
    brought: list[Brought], region: str, place: DeltaGenerator, words: Words
) -> list[Brought]:
    """Read a file anew in another region, or a list where other schools are known by now.

    Others are known after signing in, or by another file of those brought.
    """
    found = [
        each if each.region == region else _anew(each, region, each.recipes, place, words)
        for each in brought
    ]
    if not any(is_by_recipe(each.received) or each.received.unknown for each in found):
        return found
    of_store = schools()
    for n, each in enumerate(found):
        known = known_to(n, [one.received for one in found], of_store)
        if each.schools != known:
            each = replace(each, schools=known)
            by_recipe = is_by_recipe(each.received)
            found[n] = _anew(each, region, each.recipes, place, words) if by_recipe else each
    return found


def read_again(brought: Brought, recipes: tuple[Recipe, ...], words: Words) -> Brought:
    """Read a file anew by these recipes, in the place of what was read of it before."""
    fresh = _anew(brought, brought.region, recipes, st.empty(), words)
    st.session_state[READ][brought.file_id] = fresh
    return fresh


def _anew(
    brought: Brought,
    region: str,
    recipes: tuple[Recipe, ...],
    place: DeltaGenerator,
    words: Words,
) -> Brought:
    kept = Recipes(recipes, brought.schools)
    received = _received(brought.name, brought.content, region, kept, place, words)
    return replace(brought, received=received, region=region, recipes=recipes)
