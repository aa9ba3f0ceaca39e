"""Say that a method gives no number, and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True)
class Refusal:
    """A reason that the page puts into words, and the numbers those words need.

    Reasons of the net change: `no_baseline`, `no_later_year`, `too_few_schools`, `no_reference`,
    `no_year_of_entry`, `not_chosen_by_these`; of the comparison group also `no_controls`,
    `other_rule`, `pre_trends_differ`.
    """

    reason: str
    details: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
