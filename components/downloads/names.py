"""Names of files that leave: subject, scope, version, and the mark of a demonstration.

Names are ASCII: they pass through mail gateways, archives and shares that spoil Cyrillic.
"""

import re
from collections.abc import Sequence

from components.downloads.columns import About
from data.invisible_signs import without_unseen

# As in Russian passports: ICAO Doc 9303, part 3, section 6, table B.
_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_LATIN = (
    ("a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y . e iu ia")
    .replace(".", "")
    .split(" ")
)
_SMALL = dict(zip(_LETTERS, _LATIN, strict=True))
_TABLE = str.maketrans(_SMALL | {cyr.upper(): lat.title() for cyr, lat in _SMALL.items()})

# Three parts of this length with the version and the mark stay well under what Windows can open.
_LONGEST_PART, _LONGEST_CHOICE = 60, 24


def file_name(
    subject: str, scope: str, about: About, extension: str, chosen: Sequence[str] = ()
) -> str:
    """Name a file, as in `heatmap_60_2022_rural_v20261121T140512-ab12cd34_demo.csv`.

    `chosen`: what beside place and year was chosen, in codes; what has no room is left out.
    """
    parts = [_slug(subject), _slug(scope), _joined(chosen), f"v{_slug(about.version)}"]
    if about.demonstration:
        parts.append("demo")
    if about.internal:
        parts.append("internal")
    return "_".join(filter(None, parts)) + "." + extension.lstrip(".")


def _joined(chosen: Sequence[str]) -> str:
    """Join what was chosen, each part whole or cut at its own end, as many as have room."""
    joined = ""
    for part in (_slug(each)[:_LONGEST_CHOICE].rstrip("-_") for each in chosen):
        longer = f"{joined}_{part}" if joined else part
        joined = longer if len(longer) <= _LONGEST_PART else joined
    return joined


def own_name(name: str, added: str, extension: str) -> str:
    """Name a person's own file given back: its words, without signs of folders and of direction."""
    bare = without_unseen(re.split(r"[\\/]", name)[-1].rsplit(".", 1)[0])
    plain = re.sub(r'[:*?"<>|\s]+', " ", bare).strip(". ")[:_LONGEST_PART].rstrip(". ")
    return "_".join(filter(None, (plain, added))) + f".{extension}"


def _slug(text: str) -> str:
    plain = re.sub(r"[^A-Za-z0-9_-]+", "-", text.translate(_TABLE))
    return plain.strip("-_")[:_LONGEST_PART].rstrip("-_")
