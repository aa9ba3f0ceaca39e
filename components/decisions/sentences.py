"""Say in one line how many schools to act on, whom a tie leaves to people, and who is left out."""

from components.base.i18n import Words
from components.decisions.numbers import Numbers
from queries.methods.signals import SIGNALS


def finding(n: Numbers, visits: int, words: Words) -> str:
    """Say how many schools the list has of those with a signal, or that nobody has one."""
    if not n.signalled:
        return words("decisions.finding_nobody" if n.told else "decisions.finding_not_told")
    if n.told and not n.on_list:
        return words("decisions.finding_tied", n=n.signalled, visits=visits)
    key = "decisions.finding" if n.told else "decisions.finding_overdue"
    return words(key, n=n.on_list, of=words.number(n.signalled), visits=visits)


def tie(n: Numbers, words: Words) -> str | None:
    """Say that schools with equally many signals do not all have room: people choose."""
    if not n.in_tie:
        return None
    key = "decisions.tie" if n.on_list else "decisions.tie_first"
    return words(key, n=n.in_tie, level=n.level, room=n.room)


def left_out(n: Numbers, words: Words) -> str | None:
    """Say how many schools might belong to the list, if more were known of them."""
    return words("decisions.left_out", n=n.might) if n.might else None


def fewer(n: Numbers, words: Words) -> str | None:
    """Say how many schools have fewer signals than there is room for."""
    return words("decisions.fewer", n=n.fewer) if n.fewer else None


def signs(n: Numbers, words: Words) -> str:
    """Count the schools of each signal: they overlap, so they do not add up."""
    said = [words(f"decisions.signal_{name}", n=n.signs[name]) for name in SIGNALS]
    return words("decisions.signs", said=", ".join(said))
