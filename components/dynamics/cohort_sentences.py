"""Say who chose the cohort in colour, and why others cannot be chosen or judged."""

from collections.abc import Sequence

from components.base.i18n import Words


def by_program(chosen: int, cohort: int, last: int, words: Words) -> str | None:
    """Say that the program chose the cohort; nothing where the reader did, or there is none.

    It takes the last cohort with a year of results after its entry; `last` is the last such year.
    """
    if chosen or not cohort:
        return None
    key = "dynamics.by_program" if cohort < last else "dynamics.by_program_early"
    return words(key, cohort=cohort)


def no_choice(offered: Sequence[int], words: Words) -> str | None:
    """Say why no cohort can be chosen at all; nothing where there are some."""
    return None if offered else words("dynamics.no_choice")


def not_judged(
    offered: Sequence[int], known: Sequence[int], years: Sequence[int], words: Words
) -> str | None:
    """Name the offered cohorts that have no net effect whoever chooses them, each with why.

    known: cohorts with results up to the last of `years`, which are the years with results.
    """
    said = [
        words("dynamics.one_not_judged", cohort=cohort, reason=words(f"dynamics.refused_{why}"))
        for cohort in offered
        if (why := reason(cohort, known, years))
    ]
    return words("dynamics.not_judged", said="; ".join(said)) if said else None


def reason(cohort: int, known: Sequence[int], years: Sequence[int]) -> str:
    """Name why a cohort has no change that could be judged; nothing where it has one."""
    if not years or years[-1] <= cohort:
        return "no_later_year"
    if cohort not in known:
        return "no_results"
    return "" if years[0] < cohort else "no_baseline"
