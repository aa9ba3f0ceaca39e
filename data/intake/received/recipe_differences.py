"""Name all in which a sheet differs from the form of a recipe, in one go."""

from collections import Counter
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from data.errors import Problem
from data.intake.received import recipe_header
from data.intake.received.header_words import Header
from data.intake.received.recipe import SCHOOL_NAME, Recipe, form_anywhere
from data.intake.received.workbooks import Sheet


@dataclass(frozen=True)
class Compared:
    """The remarks on a header, and what of the recipe can still be read; None: another form."""

    problems: list[Problem]
    rest: Recipe | None = None


def compared(recipe: Recipe, sheet: Sheet) -> Compared:
    """Compare the rows that are most like the recipe's header with it.

    A sheet with less than half of its columns is another form, and only the first is named.
    """
    wanted = Counter(form_anywhere(recipe, recipe.header))

    def alike(at: Header) -> int:
        return (Counter(form_anywhere(recipe, recipe_header.titles(sheet, at))) & wanted).total()

    nearest = max(recipe_header.blocks(recipe, sheet), key=alike, default=None)
    if nearest is None:
        return Compared([Problem("other_form", value=recipe.name, expected=recipe.header[0])])
    row, said = sheet.rows[nearest.bottom][0], recipe_header.titles(sheet, nearest)
    if 2 * alike(nearest) < wanted.total():
        return Compared(_in_places(recipe, said, row)[:1])
    return Compared(_differences(recipe, said, row), _rest(recipe, said))


def _in_places(recipe: Recipe, said: tuple[str, ...], row: int) -> list[Problem]:
    """Name each place with another column than the recipe has there."""
    width = max(len(said), len(recipe.header))
    there, was = ([*words, *[""] * (width - len(words))] for words in (said, recipe.header))
    found, wanted = (form_anywhere(recipe, words) for words in (there, was))
    found, wanted = ([*words, *[""] * (width - len(words))] for words in (found, wanted))
    return [
        Problem("other_form", row, there[n], recipe.name, was[n])
        for n in range(width)
        if found[n] != wanted[n]
    ]


def _differences(recipe: Recipe, said: tuple[str, ...], row: int) -> list[Problem]:
    """Name columns that were changed, lack, are new or stand twice, from the left."""
    wanted, found = form_anywhere(recipe, recipe.header), form_anywhere(recipe, said)
    if Counter(wanted) == Counter(found):
        return _in_places(recipe, said, row)
    problems: list[Problem] = []
    for _, i, i_end, j, j_end in _blocks(wanted, found):
        pairs = min(i_end - i, j_end - j)
        for n in range(pairs):
            was, there = recipe.header[i + n], said[j + n]
            problems.append(Problem("other_form", row, there, recipe.name, was))
        for was in recipe.header[i + pairs : i_end]:
            problems.append(Problem("form_lacks_column", row, was, recipe.name))
        for there, word in zip(said[j + pairs : j_end], found[j + pairs : j_end], strict=True):
            rule = "repeated_column" if word in wanted else "form_has_not"
            problems.append(Problem(rule, row, there, recipe.name))
    return problems


def _blocks(wanted: list[str], found: list[str]) -> list[tuple[str, int, int, int, int]]:
    """List the parts in which two headers differ, with their places in both."""
    matcher = SequenceMatcher(None, wanted, found, autojunk=False)
    return [part for part in matcher.get_opcodes() if part[0] != "equal"]


def _rest(recipe: Recipe, said: tuple[str, ...]) -> Recipe:
    """Give the recipe of the columns that are there, in their places.

    Schools are found in their municipality, so without its column their names say nothing.
    """
    wanted, found = form_anywhere(recipe, recipe.header), form_anywhere(recipe, said)
    matcher = SequenceMatcher(None, wanted, found, autojunk=False)
    places = {
        block.a + n: block.b + n
        for block in matcher.get_matching_blocks()
        for n in range(block.size)
    }
    gives = {rule.gives for rule in recipe.columns if rule.place in places}
    has_place = "oktmo" in gives or any(given.column == "oktmo" for given in recipe.given)
    columns = tuple(
        replace(rule, place=places[rule.place])
        for rule in recipe.columns
        if rule.place in places and (has_place or rule.reading != SCHOOL_NAME)
    )
    marks = tuple(replace(m, place=places[m.place]) for m in recipe.marks if m.place in places)
    return replace(recipe, header=said, columns=columns, marks=marks)
