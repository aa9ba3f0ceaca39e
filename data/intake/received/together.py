"""Read the files that are brought together: each knows the schools that the others name."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from data.intake.received.receive import Received, Recipes
from data.intake.received.recipe_schools import with_named
from data.intake.received.school_names import KnownSchool


def receive_together(
    readers: Sequence[Callable[[Recipes], Received]], kept: Recipes
) -> list[Received]:
    """Read each file, and lists without codes once more where the others name schools."""
    read = [reader(kept) for reader in readers]
    for place, reader in enumerate(readers):
        known = known_to(place, read, kept.schools)
        if is_by_recipe(read[place]) and known != kept.schools:
            read[place] = reader(replace(kept, schools=known))
    return read


def known_to(
    place: int, read: Sequence[Received], known: tuple[KnownSchool, ...]
) -> tuple[KnownSchool, ...]:
    """Give the schools that a file may name: known ones, those of tables, of lists before it.

    Of two lists with the same new schools the first names them, so that their codes come once.
    """
    others = [
        received
        for n, received in enumerate(read)
        if n < place or (n > place and not is_by_recipe(received))
    ]
    return with_named(known, (file for received in others for file in received.files))


def is_by_recipe(received: Received) -> bool:
    """Say whether a sheet of a file was read by a recipe."""
    return any(problem.rule == "read_by_recipe" for problem in received.problems)
