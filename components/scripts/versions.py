"""List the versions of the data for programs, and how many rows of each table they differ by."""

from components.base.i18n import Words
from data import store
from data.intake.publishing import history
from data.intake.publishing.history import Entry


def changes(words: Words) -> dict[str, object]:
    """Give every version, the newest first, with its tables that grew or shrank since the older.

    Who published, and why, is for the page of versions; a program needs what and when.
    """
    found = history.history(store.folder())
    older: list[Entry | None] = [*found[1:], None]
    return {
        "text": words("scripts.versions_said"),
        "versions": [
            {
                "version": entry.version.name,
                "current": entry.current,
                "made_at": entry.made_at,
                "opens": not entry.error,
                "changed": _changed(entry, before),
            }
            for entry, before in zip(found, older, strict=True)
        ],
    }


def _changed(entry: Entry, before: Entry | None) -> dict[str, dict[str, int]]:
    """Count the rows of tables whose counts differ, before and after."""
    if before is None or entry.error or before.error:
        return {}
    was, now = dict(before.rows), dict(entry.rows)
    return {
        table: {"before": was.get(table, 0), "after": now.get(table, 0)}
        for table in sorted(was.keys() | now.keys())
        if was.get(table, 0) != now.get(table, 0)
    }
