"""Give the schools of a list without codes their codes: known ones, or codes of their own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from data.errors import ACKNOWLEDGE, NOTE, STOP, Problem
from data.intake.declared.reading import ReadFile
from data.intake.received import limits
from data.intake.received.recipe import Recipe
from data.intake.received.school_names import (
    KnownSchool,
    Municipality,
    own_code,
    tells_schools_apart,
)
from data.intake.spelling.vocabulary import plain
from data.schema import school


@dataclass
class Schools:
    """What was found of the names of a sheet, each name of a municipality once."""

    recipe: Recipe
    known: Mapping[str, Municipality]
    codes: dict[tuple[str, str], str] = field(default_factory=dict)
    new: dict[str, tuple[int, str, str]] = field(default_factory=dict)
    """Row, ОКТМО and name of each new school, by its code."""
    unsaid: list[str] = field(default_factory=list)
    """Codes of new schools of which nobody has said yet that they are new."""
    doubtful: dict[tuple[str, str], tuple[KnownSchool, ...]] = field(default_factory=dict)
    """The schools that a name may be, by municipality and name."""
    problems: list[Problem] = field(default_factory=list)

    @property
    def alike(self) -> dict[tuple[str, str], str]:
        """Give the code of each doubtful name to which exactly one school is alike."""
        return {
            name: found[0].school_id for name, found in self.doubtful.items() if len(found) == 1
        }

    def code(self, row: int, heading: str, oktmo: str | None, name: str | None) -> str | None:
        """Give the code of the school that a row names; the name itself if nobody can say."""
        if not name:
            return name
        if not oktmo:
            self._tell(Problem("school_without_place", row, heading, name[:80], "", STOP))
            return name
        key = (oktmo, plain(name))
        if key not in self.codes:
            self.codes[key] = self._found(row, heading, oktmo, name)
        return self.codes[key]

    def _found(self, row: int, heading: str, oktmo: str, name: str) -> str:
        said = [s for s in self.recipe.schools if (s.oktmo, plain(s.name)) == (oktmo, plain(name))]
        if said and said[0].school_id:
            return said[0].school_id
        found = () if said else self.known.get(oktmo, Municipality()).school_of(name)
        if isinstance(found, str):
            return found
        if found or not tells_schools_apart(name):
            self.doubtful[(oktmo, name)] = found
            which = "; ".join(f"{one.name} ({one.school_id})" for one in found[:5])
            self._tell(Problem("doubtful_school", row, heading, name[:80], which, STOP))
            return name
        code = own_code(name, oktmo)
        if code not in self.new:
            self.new[code] = (row, oktmo, name)
            self.unsaid += [] if said else [code]
            self._tell(Problem("new_school", row, heading, name[:80], code, NOTE))
        return code

    def _tell(self, problem: Problem) -> None:
        if sum(p.rule == problem.rule for p in self.problems) < limits.SHOWN:
            self.problems.append(problem)

    def asked(self) -> list[Problem]:
        """Ask once whether the schools are new of which nobody has said so in the recipe."""
        if not self.unsaid:
            return []
        row, _, name = self.new[self.unsaid[0]]
        count = str(len(self.unsaid))
        return [Problem("new_schools", row, value=name[:80], expected=count, level=ACKNOWLEDGE)]


def with_named(known: Iterable[KnownSchool], files: Iterable[ReadFile]) -> tuple[KnownSchool, ...]:
    """Add to the known schools those of files' rows, each code and name once; half a row is none.

    A list a year, or a file a municipality, names the same new schools again.
    """
    rows = [row for file in files if file.table is school for row in _keys(file)]
    return tuple(dict.fromkeys([*known, *(KnownSchool(*row) for row in rows if all(row))]))


def _keys(file: ReadFile) -> Iterable[tuple[str, str, str]]:
    """Give the code, ОКТМО and name of each row of schools."""
    return zip(*(file.rows[name].to_pylist() for name in KnownSchool._fields), strict=True)
