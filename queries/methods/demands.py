"""Say which indicator measures what a recommendation demands, or what data would give a number.

One entry per recommendation of the two documents. An indicator is named only where it counts the
demanded thing itself; it counts a part of the demand where the document asks for more than that.
Results of pupils are no measure here: they may change without what was demanded, and the reverse.
"""

from typing import NamedTuple


class Measure(NamedTuple):
    """An indicator that counts what is demanded, wholly or a part of it."""

    indicator: str
    wholly: bool


MEASURED: dict[str, Measure] = {
    "A-1.6": Measure("IND-13", wholly=False),  # a map's measures are followed, plans are not
    "A-2.1": Measure("IND-20", wholly=False),  # a programme is carried out, whether it is complex
    "A-2.4": Measure("IND-20", wholly=False),  # whose programmes they were is not in the data
    "A-3.5": Measure("IND-03", wholly=False),  # «школа–школа» alone
    "N-1.4": Measure("IND-20", wholly=False),
    "N-2.2": Measure("IND-19", wholly=False),  # schools are found, the work with them is apart
    "N-3.2": Measure("IND-03", wholly=True),
    "N-4.2": Measure("IND-20", wholly=False),  # what the programmes were about is not in the data
    "N-4.5": Measure("IND-13", wholly=False),
}

_BY_DATA: dict[str, tuple[str, ...]] = {
    "agreements": ("N-3.3", "N-3.6", "N-3.8"),
    "community": ("A-3.6",),
    "compatibility": ("N-3.5",),
    "contest": ("N-1.6",),
    "events": ("N-1.2",),
    "issued": ("A-2.2", "A-2.3", "N-1.5", "N-2.4", "N-4.3"),
    "maps": ("A-1.2", "N-2.6"),
    "methodists": ("A-1.7", "N-4.1"),
    "monitoring": ("N-3.4",),
    "motivation": ("A-2.5",),
    "observed": ("A-1.4", "A-1.5", "A-1.9", "N-1.1", "N-2.8", "N-2.9", "N-4.6"),
    "partners": ("A-3.3", "A-3.4", "N-3.7"),
    "practices": ("N-1.3", "N-3.10", "N-3.11", "N-4.4"),
    "programme": ("A-3.1", "N-3.9"),
    "resources": ("N-1.7",),
    "rules": ("A-1.1", "A-1.3", "N-2.1", "N-2.5", "N-2.7", "N-3.1"),
    "support": ("N-2.3",),
    "survey": ("A-1.8", "N-4.7"),
    "teams": ("A-3.2",),
}

WOULD_GIVE: dict[str, str] = {
    rec_id: data for data, rec_ids in _BY_DATA.items() for rec_id in rec_ids
}
"""The kind of data that would give a number to a recommendation that has none here."""
KINDS = frozenset(_BY_DATA)
