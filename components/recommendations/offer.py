"""Know what of a view the page of recommendations can show; the rest falls back, and is said."""

from components.base.i18n import Words
from components.charts import fitting
from components.recommendations.choice import DESKS, LACKS, RecommendationsView
from components.recommendations.numbers import everything, within
from components.shell import offering
from components.shell.page import Page
from components.shell.view_bar import Values
from queries.methods import decisions
from queries.view import ALL, choose, value

FIELDS = ("event", "direction", "addressee", "lacks", "recommendation", "desk")
ROOM = {"event": 112, "direction": 132, "addressee": 214, "recommendation": 280}
"""Room for the words of a select box in a window of 1280 px, px."""

SIZE = 16
"""Of the letters of a select box, with what digits and capitals take more; px."""

SAID = ("event", "direction", "addressee", "recommendation")
"""Fields whose fall is told; a part of another page is no choice of the reader's."""


def possible(view: RecommendationsView) -> dict[str, Values]:
    """List what the page offers, with the names that only its rows know."""
    words = Words(view.language)
    return {
        "event": {ALL: words("recommendations.all_events"), **_events(view, words)},
        "direction": {0: _every_direction(view, words), **_directions(view)},
        "addressee": {ALL: words("recommendations.all_addressees"), **_addressees(view)},
        "lacks": _lacks(view, words),
        "recommendation": _rows(view),
        "desk": DESKS,
    }


def narrowed(view: RecommendationsView) -> RecommendationsView:
    """Give the view that the page shows: an event of the region, a direction of the event."""
    for field in FIELDS:
        offered = possible(view)[field]
        if value(view, field) not in offered:
            default = ALL if field == "recommendation" else next(iter(offered))
            view = choose(view, field, default)
    return view


def notice(page: Page[RecommendationsView]) -> str:
    """Say what of the link this region does not have; nothing of what nobody chose."""
    said = offering.fallen_values(page, SAID)
    return page.words("recommendations.fallen_back", said=said) if said else ""


def _events(view: RecommendationsView, words: Words) -> dict[object, str]:
    rows = everything(view).drop_duplicates("event")
    return {
        row["event"]: _fitting(
            f"{words.short_day(row['start_date'])} {words.pick(row, 'event')}", "event"
        )
        for row in rows.to_dict("records")
    }


def _every_direction(view: RecommendationsView, words: Words) -> str:
    """Name no direction; without an event, which alone numbers them, say what is missing."""
    needs_event = view.event == ALL and len(everything(view))
    name = "direction_needs_event" if needs_event else "all_directions"
    return words(f"recommendations.{name}")


def _directions(view: RecommendationsView) -> dict[object, str]:
    """Number directions as their event does; without one, the same number would mean several."""
    rows = everything(view)
    rows = rows[rows["event"].eq(view.event)].drop_duplicates("direction_no")
    return {
        int(row["direction_no"]): _fitting(
            f"{row['direction_no']}. {row['direction']}", "direction"
        )
        for row in rows.to_dict("records")
    }


def _addressees(view: RecommendationsView) -> dict[object, str]:
    texts = everything(view)["addressees"]
    names = sorted({name for text in texts for name in decisions.addressees(text)})
    return {name: _fitting(name, "addressee") for name in names}


def _fitting(name: str, field: str) -> str:
    """Shorten a name to the room of its select box, which would cut it without a mark."""
    return fitting.cut(name, ROOM[field], SIZE)


def _lacks(view: RecommendationsView, words: Words) -> dict[object, str]:
    """Name what may be lacking, with the number of recommendations that lack it."""
    rows = within(view)
    counts = {"nothing": len(rows)} | {
        part: int((~rows[f"has_{part}"]).sum()) for part in decisions.PARTS
    }
    return {lack: f"{words(f'view.lacks_{lack}')} · {words.number(counts[lack])}" for lack in LACKS}


def _rows(view: RecommendationsView) -> dict[object, str]:
    """Name the recommendations that are shown, for the list of them."""
    rows = everything(view)
    return {
        row["rec_id"]: _fitting(f"{row['rec_id']} · {row['text_ru']}", "recommendation")
        for row in rows.to_dict("records")
    }
