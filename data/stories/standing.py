"""Tell what has become of the version that a frozen story is of."""

from pathlib import Path
from typing import Literal

from data import store
from data.intake.publishing import history

Standing = Literal["current", "newer", "withdrawn", "removed"]


def of(folder: Path, version: str) -> Standing:
    """Tell whether a version is current, has a newer one after it, was withdrawn or removed.

    It is withdrawn if somebody went back from it, or from one after it, to an earlier version, and
    not to it again.
    """
    if version not in {each.name for each in store.versions(folder)}:
        return "removed"
    if store.pointed(folder) == version:
        return "current"
    return "withdrawn" if _is_withdrawn(folder, version) else "newer"


def _is_withdrawn(folder: Path, version: str) -> bool:
    is_gone = False
    for entry in reversed(history.history(folder)):
        account = entry.account
        if account and account.restores:
            back_to, gone_from = account.restores, account.base or ""
            is_gone = back_to != version and (is_gone or back_to < version <= gone_from)
    return is_gone
