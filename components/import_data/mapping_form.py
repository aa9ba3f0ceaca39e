"""Ask how a foreign wide table is to be read: region, place, and which columns are which years."""

from typing import Any

import streamlit as st

from components.base.choices import names
from components.base.i18n import Words
from components.base.markdown import joined, strong
from components.import_data import files
from components.import_data.files import Brought
from components.shell import access
from components.shell.page import Page
from data import store
from data.intake.received import grids, limits, mapping, places, saved_mappings
from data.intake.received.grids import Grid
from data.intake.received.mapping import Mapping
from data.intake.received.receive import Received
from queries.view import View

PREVIEW = 5
YEARS = range(2010, 2036)


def draw(brought: Brought, grid: Grid, page: Page[View]) -> None:
    """Draw the form of one sheet that fits no table, filled in from a saved rule or a guess."""
    words = page.words
    with st.expander(
        words("mapping.title", file=brought.name, sheet=grid.sheet or "CSV"), expanded=True
    ):
        st.markdown(words("mapping.help"))
        grid = _headed(grid, words, f"{brought.file_id}_{grid.sheet}")
        kept = {rule.name: rule for rule in saved_mappings.fitting(store.folder(), grid.header)}
        key = f"{brought.file_id}_{grid.sheet}"
        chosen = st.selectbox(
            words("mapping.saved"),
            ["", *kept],
            index=min(len(kept), 1),
            format_func=lambda text: text or words("mapping.new"),
            key=f"rule_{key}",
            disabled=not kept,
        )
        rule = kept.get(chosen) or _asked(grid, page, key, brought.region)
        if access.refusal():
            st.caption(words("mapping.for_now"))
        if rule and st.button(words("mapping.apply"), key=f"apply_{key}"):
            _apply(brought, grid, rule)


def _headed(grid: Grid, words: Words, key: str) -> Grid:
    """Ask in which rows the header stands, for a person who sees another one than was found."""
    rows = [row for row, _ in grid.whole.rows[: limits.HEADER_ROWS]]
    left, right = st.columns(2)
    first = left.selectbox(
        words("mapping.first_row"), rows, index=rows.index(grid.top_row), key=f"first_{key}"
    )
    below = [row for row in rows if row >= first]
    last = right.selectbox(
        words("mapping.last_row"),
        below,
        index=below.index(grid.header_row) if grid.header_row in below else 0,
        key=f"last_{key}",
    )
    found = (first, last) == (grid.top_row, grid.header_row)
    return grid if found else grids.cut_below(grid.whole, first, last)


def _asked(grid: Grid, page: Page[View], key: str, region_of_file: str) -> Mapping | None:
    """Ask for a new rule; None until every answer is there."""
    words, guessed = page.words, _guessed(grid)
    left, middle, right = st.columns(3)
    known = files.names_of_regions(words)
    region = left.selectbox(
        words("view.region"),
        list(known),
        format_func=known.__getitem__,
        key=f"region_{key}",
        index=list(known).index(region_of_file or page.view.region),
    )
    columns = range(len(grid.header))
    place = middle.selectbox(
        words("mapping.place"),
        columns,
        index=guessed["oktmo_column"],
        format_func=grid.header.__getitem__,
        key=f"place_{key}",
        placeholder=words("mapping.place"),
    )
    title = right.text_input(words("mapping.name"), key=f"name_{key}", max_chars=60)
    source = st.text_input(words("mapping.source"), key=f"source_{key}", max_chars=200)
    values = _values(grid, words, guessed["years"], place, key)
    if place is None or not values or not title.strip() or not source.strip():
        st.caption(words("mapping.incomplete"))
        return None
    return Mapping(
        title.strip(),
        region,
        grid.sheet,
        grid.header,
        grid.header_row,
        place,
        values,
        source.strip(),
    )


def _guessed(grid: Grid) -> dict[str, Any]:
    return mapping.guesses(grid.header)


def _values(
    grid: Grid, words: Words, years: dict[int, int], place: int | None, key: str
) -> tuple[tuple[int, str, int], ...]:
    """Ask, a line for each column of the sheet, of which indicator and year its values are."""
    known = names(words.language)["indicator"] | {"": words("mapping.not_taken")}
    found = []
    for number, heading in enumerate(grid.header):
        if number == place or not heading:
            continue
        text, what, when = st.columns([3, 2, 1], vertical_alignment="center")
        text.markdown(joined(" · ", (strong(heading), _sample(grid, number))))
        code = what.selectbox(
            f"{words('view.indicator')}: {heading}",
            ["", *(code for code in known if code)],
            format_func=known.__getitem__,
            key=f"what_{key}_{number}",
            label_visibility="collapsed",
        )
        year = when.selectbox(
            f"{words('view.year')}: {heading}",
            YEARS,
            index=YEARS.index(years[number]) if years.get(number) in YEARS else None,
            key=f"when_{key}_{number}",
            placeholder=words("view.year"),
            label_visibility="collapsed",
        )
        if code and year:
            found.append((number, code, year))
    return tuple(found)


def _sample(grid: Grid, number: int) -> str:
    cells = [row[number] for _, row in grid.rows[:PREVIEW] if number < len(row)]
    return "; ".join(str(cell) for cell in cells if cell not in ("", None))


def _apply(brought: Brought, grid: Grid, rule: Mapping) -> None:
    """Read the sheet by the rule, and keep both: the rows for now, the rule for the next file.

    A reader who may not write leaves nothing behind, so his rule is for now too.
    """
    if not access.refusal():
        saved_mappings.save(store.folder(), rule)
    file, problems = mapping.apply(rule, grid, places.shipped(), brought.name)
    files.keep_mapped(brought, grid, Received([file] if file else [], problems))
    st.rerun()
