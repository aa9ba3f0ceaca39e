"""Keep the rules by which foreign tables were read, and offer them when a header comes again.

A rule is a small JSON file beside the store.
"""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from data.intake.received.mapping import Mapping, form

FOLDER = "mappings"


def save(folder: Path, mapping: Mapping) -> Path:
    """Keep a rule under its name in the store `folder`; one of the same name is replaced."""
    slug = re.sub(r"[^\w]+", "-", mapping.name.casefold()).strip("-")[:40]
    path = folder / FOLDER / f"{slug}-{hashlib.sha256(mapping.name.encode()).hexdigest()[:8]}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(asdict(mapping), ensure_ascii=False, indent=1), encoding="utf-8")
    fresh.replace(path)
    return path


def saved(folder: Path) -> list[Mapping]:
    """List the rules kept, by name; a file that is none is passed over."""
    found = [_kept(path) for path in sorted((folder / FOLDER).glob("*.json"))]
    return sorted((rule for rule in found if rule), key=lambda rule: rule.name)


def _kept(path: Path) -> Mapping | None:
    try:
        saved_rule = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(saved_rule["header"], list):
            return None
        saved_rule["header"] = tuple(saved_rule["header"])
        saved_rule["values"] = tuple((c, i, y) for c, i, y in saved_rule["values"])
        rule = Mapping(**saved_rule)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return rule if _is_sound(rule) else None


def _is_sound(rule: Mapping) -> bool:
    """Say whether every part is of its kind and every column is one of the header."""
    words = (rule.name, rule.region, rule.sheet, rule.source, *rule.header)
    words += tuple(indicator for _, indicator, _ in rule.values)
    numbers = (rule.header_row, *_columns(rule), *(year for _, _, year in rule.values))
    return (
        all(type(word) is str for word in words)
        and all(type(number) is int for number in numbers)
        and all(0 <= column < len(rule.header) for column in _columns(rule))
    )


def _columns(rule: Mapping) -> tuple[int, ...]:
    return rule.oktmo_column, *(column for column, _, _ in rule.values)


def fitting(folder: Path, header: Sequence[str]) -> list[Mapping]:
    """List the rules kept for a table with this header, and with every column they read."""
    return [
        rule
        for rule in saved(folder)
        if form(rule.header) == form(header) and max(_columns(rule)) < len(header)
    ]
