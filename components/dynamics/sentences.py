"""Say what became of a cohort: observed, expected, and net; each only when its rule passes.

All amounts are percentage points of the share below the threshold, so below zero is better.
"""

from components.base.i18n import Words
from components.dynamics.project import Change
from queries.methods.comparison_group import Difference
from queries.methods.net_change import NetChange
from queries.methods.refusal import Refusal

SMALLEST = 0.05
"""Half of the last digit shown: what is nearer to zero is written as no change."""


def headline(change: NetChange | Refusal, cohort: int, words: Words) -> str:
    """Say the verdict on a cohort in a few words; that there is none, where none is given."""
    if not cohort:
        return words("dynamics.no_cohorts")
    if isinstance(change, Refusal):
        return words("dynamics.headline_refused", cohort=cohort)
    verdict = "withheld" if change.withheld else effect(change.low, change.high)
    return words(f"dynamics.headline_{verdict}", cohort=cohort)


def told(change: NetChange | Refusal, cohort: int, words: Words) -> str:
    """Say the three numbers of a cohort in one sentence, or why there are none."""
    if not cohort:
        return words("dynamics.no_net")
    if isinstance(change, Refusal):
        return words("dynamics.reason", reason=words(f"dynamics.refused_{change.reason}"))
    parts = [
        words("dynamics.share_changed", change=moved(change.observed, words)),
        foreseen(change.observed, change.expected, words),
        net(change, words),
    ]
    return "; ".join(parts) + "."


def project(found: Change, words: Words) -> str:
    """Say how the share of the project's schools changed, or who stayed, entered and left."""
    if found.shown:
        amount = float(found.rows["contribution"].iloc[-1] - found.rows["contribution"].iloc[0])
        change = moved(amount, words)
        return words("dynamics.project_changed", first=found.first, last=found.last, change=change)
    return words(
        "dynamics.project_moved",
        first=found.first,
        last=found.last,
        stayed=words.number(found.schools("stayed")),
        entered=words.number(found.schools("entered")),
        left=words.number(found.schools("left")),
    )


def moved(amount: float, words: Words) -> str:
    """Say that the share fell, rose or stayed."""
    if abs(amount) < SMALLEST:
        return words("dynamics.stayed")
    key = "dynamics.fell" if amount < 0 else "dynamics.rose"
    return words(key, points=points(abs(amount), words))


def foreseen(observed: float, expected: float, words: Words) -> str:
    """Say what was to be expected; it explains a change no larger than itself."""
    if abs(expected) < SMALLEST:
        return words("dynamics.chance_nothing")
    if expected < 0 and observed <= expected:
        return words("dynamics.chance_explains", points=words.number(abs(expected), 1))
    return words("dynamics.chance_alone", points=points(expected, words))


def net(change: NetChange, words: Words) -> str:
    """Say the net result with its interval, and why there is no verdict where none is given."""
    limits = interval(change.low, change.high, words)
    said = words("dynamics.net", points=points(change.net, words), interval=limits)
    return f"{said}: {words(f'dynamics.effect_{change.withheld}')}" if change.withheld else said


def at_entry(change: NetChange, words: Words) -> str:
    """Say how the cohort stood against its expectation in the year of entry, before the project."""
    entry = change.entry
    return words(
        "dynamics.at_entry",
        year=entry.year,
        points=points(entry.amount, words),
        interval=interval(entry.low, entry.high, words),
    )


def effect(low: float, high: float) -> str:
    """Name what an interval of a change says: better, worse, or not proven."""
    if high <= -SMALLEST:
        return "better"
    return "worse" if low >= SMALLEST else "unproven"


def no_numbers(refusal: Refusal, cohort: int, words: Words) -> str:
    """Say where the numbers would stand that there are none, and why."""
    if not cohort:
        return words("dynamics.no_cohorts")
    return words("dynamics.no_numbers", reason=words(f"dynamics.refused_{refusal.reason}"))


def compared(found: Difference | Refusal, cohort: int, words: Words) -> str:
    """Say what the comparison group shows, or why there is no such comparison."""
    if isinstance(found, Refusal):
        return words("dynamics.no_comparison", reason=_unmatched(found, words))
    return words(
        "dynamics.difference",
        cohort=cohort,
        points=points(found.effect, words),
        interval=interval(found.low, found.high, words),
        verdict=words(f"dynamics.compared_{effect(found.low, found.high)}"),
    )


def _unmatched(refusal: Refusal, words: Words) -> str:
    """Say why there are no two groups; of schools near the threshold, how many of how many."""
    if "treated" not in refusal.details:
        return words(f"dynamics.refused_{refusal.reason}")
    few = "controls" if refusal.reason == "no_controls" else "treated"
    least = refusal.details["least"]
    return words(f"dynamics.few_{few}", schools=refusal.details[few], least=least)


def points(amount: float, words: Words) -> str:
    """Write an amount with its unit: −2,1 п.п."""
    return words("dynamics.points", amount=rounded(amount, words))


def interval(low: float, high: float, words: Words) -> str:
    """Write an interval: от −4,5 до 0,3."""
    return words("cell.interval", low=rounded(low, words), high=rounded(high, words))


def rounded(amount: float, words: Words) -> str:
    """Write one decimal, and no minus before a zero."""
    return words.number(0.0 if abs(amount) < SMALLEST else amount, 1)
