"""Hold every number the generator is made of; `Truth` hands out these very objects.

Shares are parts of one; spreads are standard deviations on the logit scale; effects are in
percentage points of the share below the threshold.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

DEFAULT_SEED = 500

RESULTS_OF = MappingProxyType({2017: 2016, 2018: 2017, 2019: 2018, 2021: 2019, 2022: 2021})
"""Year of a list of low-performing schools: year of the results it is made of (none in 2020)."""

CARRIED = MappingProxyType({2020: 2019})
"""Year whose list is carried over unchanged: the year it is carried from."""


@dataclass(frozen=True)
class Rule:
    """When a school is low-performing; the same numbers as the settings of the product."""

    share: float = 0.30
    works: int = 2
    minimum_group: int = 10


@dataclass(frozen=True)
class Spread:
    """How much schools differ, and how much of it lasts (all assumptions)."""

    ability: float = 0.60
    """Lasts: a school's own level."""

    discipline: float = 0.18
    """Lasts: a school's level in Russian and in mathematics, each."""

    municipality: float = 0.20
    """Lasts: what the schools of a municipality have in common."""

    rural: float = 0.12
    """Lasts: not a spread but what rural schools have above urban ones."""

    school_year: float = 0.28
    """Passes: a school's year, in a very large school."""

    small_school: float = 0.75
    """Passes: added to `school_year` after division by the root of the pupils of a grade."""

    work_year: float = 0.20
    """Passes: one work of one school in one year."""

    @property
    def lasting(self) -> float:
        """Add up what stays with a school from year to year."""
        return float((self.ability**2 + self.discipline**2 + self.municipality**2) ** 0.5)


@dataclass(frozen=True)
class RegionPlan:
    """What is generated for one region, and which years of it are written."""

    code: str
    schools: int
    pupils: int
    procedures: tuple[str, ...]
    simulated: tuple[int, ...]
    written: tuple[int, ...]
    listed: tuple[int, ...]
    weakest: float | None = None
    """Share of schools listed by order instead of by the rule; None: by the rule."""


ROSTOV = RegionPlan(
    code="60",
    schools=1144,
    pupils=452_000,
    procedures=("VPR", "OGE", "EGE"),
    simulated=(2015, 2016, 2017, 2018, 2019, 2021, 2022),
    written=(2017, 2018, 2019, 2021, 2022),
    listed=(2017, 2018, 2019, 2020, 2021, 2022),
)

CHELYABINSK = RegionPlan(
    code="75",
    schools=420,
    pupils=200_000,
    procedures=("OGE", "EGE"),
    simulated=(2018, 2019, 2021, 2022),
    written=(2021, 2022),
    listed=(2021, 2022),
    weakest=0.07,
)

SVERDLOVSK = RegionPlan(
    code="65",
    schools=9,
    pupils=8_500,
    procedures=("OGE", "EGE"),
    simulated=(2019, 2021, 2022),
    written=(2019, 2021, 2022),
    listed=(),
)
"""Only the nine schools that a source names; their own rows and their list of 2020 are facts."""


@dataclass(frozen=True)
class Parameters:
    """The whole model; change a number here and the truth changes with the data."""

    rule: Rule = Rule()
    spread: Spread = Spread()
    effect_pp: Mapping[int, float] = field(
        default_factory=lambda: MappingProxyType(dict.fromkeys(range(2017, 2023), -1.5))
    )
    """Year of first entry: change of each later year's share, as long as the data go."""

    least_left: float = 0.25
    """The effect leaves at least this part of a share, so that no share becomes negative."""

    year_shift: Mapping[int, float] = field(
        default_factory=lambda: MappingProxyType(
            {2015: 0.0, 2016: -0.03, 2017: -0.04, 2018: -0.03, 2019: -0.02, 2021: 0.0, 2022: 0.02}
        )
    )
    """Logit shift of a whole year, the same for every school."""

    anchor: float = 1.9
    """Lasting logit of one school in each municipality that a source names as having some."""

    named_level: float = 0.9
    """What the schools that a source names as low-performing have above their region."""

    adverse_share: float = 0.15
    resilient_quantile: float = 0.30
    has_grade_11: Mapping[str, float] = field(
        default_factory=lambda: MappingProxyType({"urban": 0.8, "rural": 0.5})
    )
