"""Say in words why a signal of a school stands, and why nothing is known of another."""

from components.base.i18n import Words
from queries.methods.identification import UNKNOWN, YES
from queries.methods.signals import SIGNALS


def reasons(row: dict, words: Words) -> list[str]:
    """Say of each signal that a school has what it rests on, in the order of the signals."""
    return [_OF[name](row, words) for name in SIGNALS if row[name] == YES]


def unknown(row: dict, words: Words) -> list[str]:
    """Say of each signal that is not known of a school why that is so."""
    return [words(f"signals.unknown_{_why(name, row)}") for name in SIGNALS if row[name] == UNKNOWN]


def _low(row: dict, words: Words) -> str:
    if row["on_list"] != YES:
        return words("signals.low_rule")
    both = row["by_rule"] == YES
    return words("signals.low_both" if both else "signals.low_list")


def _worse(row: dict, words: Words) -> str:
    said = []
    if row["result_worse"] == YES:
        said.append(
            words(
                "signals.worse_results",
                procedure=words(f"procedure.{row['procedure']}"),
                was=words.percent(100 * row["was"], 0),
                now=words.percent(100 * row["now"], 0),
                year=int(row["before"]),
            )
        )
    if row["returned"]:
        said.append(words("signals.worse_returned"))
    elif row["running"] > 1:
        said.append(words("signals.worse_stays", n=int(row["running"])))
    return ", ".join(said)


def _no_mentor(row: dict, words: Words) -> str:
    return words(f"signals.mentor_{row['standing']}")


def _overdue(row: dict, words: Words) -> str:
    return words("signals.overdue", n=int(row["late"]))


_OF = {"low": _low, "worse": _worse, "no_mentor": _no_mentor, "overdue": _overdue}


def _why(name: str, row: dict) -> str:
    """Name why a signal is not known: nobody told the status, the municipality is silent, …"""
    if row["on_list"] == UNKNOWN:
        return f"{name}_status"
    if name == "worse":
        return f"worse_{row['result_why']}"
    return f"overdue_{row['map_why']}" if name == "overdue" else name
