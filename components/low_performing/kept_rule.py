"""Make the rule that is tried the region's own: the numbers that would change, and their file.

The file is let in as all data are, so limits of the rules are checked there too; here a number is
told that would be refused. A rule of the settings asks for works and for years: works alone are one
year, years alone one work.
"""

from dataclasses import dataclass

from components.base.choices import rule_numbers
from components.low_performing.choice import ListView
from components.low_performing.rule import asked
from data.intake.returned import templates
from data.schema import DISCLOSURE, region_setting

SETTINGS = {
    "share": "threshold_share",
    "works": "threshold_procedures",
    "years": "threshold_years",
    "least": "minimum_group",
}
"""By the part of a rule, the setting that it is a number of."""


@dataclass(frozen=True)
class Change:
    """A number of the rule that would become another; `least`: the lowest that may be kept."""

    setting: str
    before: float
    after: float
    least: float

    @property
    def is_refused(self) -> bool:
        """Tell whether the number would loosen what keeps small groups hidden."""
        return self.setting in DISCLOSURE and self.after < self.least


def can_be_kept(view: ListView) -> bool:
    """Tell whether settings can say the rule: «one or the other» they cannot."""
    return asked(view).condition != "either"


def changes(view: ListView) -> tuple[Change, ...]:
    """List the numbers of the region's rule that the one tried has otherwise."""
    rule, known = asked(view), rule_numbers(view.region)
    wanted = {
        "share": rule.share,
        "works": 1 if rule.condition == "years" else rule.works,
        "years": 1 if rule.condition == "works" else rule.years,
        "least": rule.least,
    }
    found = [
        Change(
            setting=code,
            before=float(known.loc[code, "value"]),
            after=float(wanted[part]),
            least=float(known.loc[code, "usual"]),
        )
        for part, code in SETTINGS.items()
    ]
    return tuple(each for each in found if each.after != each.before)


def intake_file(region: str, changed: tuple[Change, ...], source: str, language: str) -> bytes:
    """Write the numbers as a filled template of the rules of regions, each with its source."""
    rows = [
        {"region": region, "setting": each.setting, "value": each.after, "source": source}
        for each in changed
    ]
    return templates.workbook(region_setting, {}, language, rows)
