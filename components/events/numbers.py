"""Count an event of a region: what its document states, and who is known by name."""

from dataclasses import replace

import pandas as pd

from components.base.choices import choices, municipality_name
from components.base.i18n import Words
from components.base.load import keep, load
from queries import events
from queries.methods import attendance
from queries.view import ALL, View


def numbers_key(view: View) -> View:
    """Keep what the numbers depend on: the region; events of all its years are shown."""
    return View(region=view.region, year=0, first_year=0)


def held(view: View) -> pd.DataFrame:
    """One row per event of the region, the oldest first."""
    return load(events.events, numbers_key(view))


def stated(view: View, event: str) -> dict[str, float]:
    """Give the stated numbers of an event by their attribute."""
    rows = load(events.counts, numbers_key(view))
    rows = rows[rows["event"].eq(event)]
    return dict(zip(rows["attribute"], rows["value"], strict=True))


def opened(view: View) -> str:
    """Name the event that is shown: the chosen, else the last that says who came, else the last."""
    rows = held(view)
    if view.event != ALL or rows.empty:
        return view.event
    counted = {*load(events.counts, numbers_key(view))["event"], *named(view)["event"]}
    known = rows[rows["code"].isin(counted)]
    return str((known if len(known) else rows)["code"].iloc[-1])


def named(view: View) -> pd.DataFrame:
    """One row per event and municipality that is known by name."""
    return load(events.participation, numbers_key(view))


def municipalities(view: View) -> tuple[str, ...]:
    """List the municipalities of the region by their ОКТМО."""
    known = choices().municipalities
    return tuple(oktmo for oktmo, region in known.items() if region == view.region)


def states(view: View) -> pd.DataFrame:
    """One row per state of taking part in the event shown; nothing if nothing is known of it."""
    return keep(_states, replace(numbers_key(view), event=opened(view)))


def _states(view: View) -> pd.DataFrame:
    numbers, here = stated(view, view.event), named(view)
    here = here[here["event"].eq(view.event)]
    counted = any(attribute in numbers for attribute in attendance.STATED.values())
    if not counted and here.empty:
        return pd.DataFrame(columns=["state", "municipalities", "named"])
    return attendance.states(numbers, here["state"], len(municipalities(view)))


def by_place(view: View) -> pd.DataFrame:
    """One row per municipality: its state in the event shown where it is named, and the source."""
    words, event, here = Words(view.language), opened(view), named(view)
    places = pd.DataFrame({"oktmo": municipalities(view)})
    places["name"] = [municipality_name(oktmo, words) for oktmo in places["oktmo"]]
    found = here[here["event"].eq(event)].drop(columns="name")
    rows = places.merge(found, "left", "oktmo")
    rows["state"] = rows["state"].fillna(attendance.UNKNOWN)
    order = {state: place for place, state in enumerate((*attendance.STATES, attendance.UNKNOWN))}
    by = rows.assign(order=rows["state"].map(order))
    return by.sort_values(["order", "name"], ignore_index=True)


def people(view: View) -> pd.DataFrame:
    """One row per number of people that a document of the region states."""
    return load(events.people, numbers_key(view))
