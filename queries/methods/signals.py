"""Count the signals of schools and make of them the list of those to act on.

Four signals: a school is low (on the list), gets worse or does not get better, has no mentor, its
road map is overdue. Schools are ordered by nothing but their number of signals: as many go on the
list as can be visited, and schools with equally many stand or fall together. Where not all of them
have room, they are handed out as a tie of which people choose. What is not known of a school is no
signal; whoever might belong to the list if it were known is handed out too.
"""

from dataclasses import dataclass

import pandas as pd

from queries.methods.identification import NO, UNKNOWN, YES

SIGNALS = ("low", "worse", "no_mentor", "overdue")


@dataclass(frozen=True)
class ActionList:
    """The schools to act on: those with room, those of a tie, those that might belong to them.

    chosen: certain, each with more signals than any of the tie; tied: all with `level` signals, for
    whom `room` places are left; left_out: on neither, but of whom so much is not known that they
    might be; fewer: how many others have a signal. Frames have the columns that were given, and
    `signals` and `unknown`, the numbers of each.
    """

    chosen: pd.DataFrame
    tied: pd.DataFrame
    left_out: pd.DataFrame
    level: int
    room: int
    fewer: int


def action_list(flags: pd.DataFrame, visits: int) -> ActionList:
    """Make the list of at most `visits` schools out of one row per school.

    flags: for each of SIGNALS a column of YES, NO or UNKNOWN. Rows keep their order.
    """
    marks = flags[list(SIGNALS)]
    rows = flags.assign(signals=marks.eq(YES).sum(axis=1), unknown=marks.eq(UNKNOWN).sum(axis=1))
    room, level = visits, len(SIGNALS)
    while level and room >= (size := int(rows["signals"].eq(level).sum())):
        room, level = room - size, level - 1
    # Without room nobody of the next level is on the list, and without a level everybody is.
    is_tied = rows["signals"].eq(level) & bool(level and room)
    chosen = rows["signals"].gt(level)
    least = level + (0 if room else 1)
    others = rows[~chosen & ~is_tied]
    might = others["unknown"].gt(0) & (others["signals"] + others["unknown"]).ge(max(least, 1))
    return ActionList(
        chosen=_by_signals(rows[chosen]),
        tied=rows[is_tied].reset_index(drop=True),
        left_out=others[might].reset_index(drop=True),
        level=level if bool(is_tied.any()) else 0,
        room=room,
        fewer=int((~might & others["signals"].gt(0)).sum()),
    )


def _by_signals(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.sort_values("signals", ascending=False, kind="stable", ignore_index=True)


def listing(statuses: pd.DataFrame, year: int) -> pd.DataFrame:
    """One row per school with a status in the year: whether `low`, and how it came to be.

    statuses: school_id, year, low_performing. `running`: on how many lists running up to this one;
    `returned`: listed, not on the list before it of which its status is known, but on an older one.
    """
    now = statuses[statuses["year"].eq(year)].drop_duplicates("school_id")
    on = statuses[statuses["low_performing"].astype(bool) & statuses["year"].le(year)]
    lists = sorted({int(each) for each in on["year"]}, reverse=True)
    members = {each: set(on.loc[on["year"].eq(each), "school_id"]) for each in lists}
    known = {each: set(statuses.loc[statuses["year"].eq(each), "school_id"]) for each in lists}
    rows = []
    for school, low in zip(now["school_id"], now["low_performing"].astype(bool), strict=True):
        running = next(
            (n for n, each in enumerate(lists) if school not in members[each]), len(lists)
        )
        before = [each for each in lists if each < year and school in known[each]]
        was = [school in members[each] for each in before]
        returned = bool(low and was and not was[0] and any(was))
        rows.append((school, YES if low else NO, running if low else 0, returned))
    return pd.DataFrame(rows, columns=["school_id", "low", "running", "returned"])
