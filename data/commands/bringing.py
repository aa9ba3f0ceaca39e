"""Check files that a region brings, and publish them."""

import argparse
from functools import partial
from pathlib import Path

from data.commands import telling
from data.errors import ACKNOWLEDGE, ReaderError
from data.intake.received import saved_recipes
from data.intake.received.geojson import is_geojson
from data.intake.received.places import Register
from data.intake.received.receive import Received, Recipes, receive
from data.intake.received.together import receive_together
from data.intake.returned.marked import marked
from data.intake.screening import known_municipalities, known_schools, screen
from data.intake.screening.screen import Screened
from data.intake.spelling import names

ALL = "all"


def check(arguments: argparse.Namespace) -> int:
    """Read and check files as the version they would make; nothing is changed.

    Leaves with 1 if a remark stops publishing.
    """
    read, screened = _screened(arguments)
    if arguments.marked:
        _mark(arguments, read, screened)
    if arguments.json:
        telling.as_json(_told(screened) | {"publishable": screened.draft is not None})
    else:
        telling.remarks(screened.problems)
        _print_rows(screened)
    return int(screened.draft is None)


def publish(arguments: argparse.Namespace) -> int:
    """Check files and publish them over the current version, if nothing stops it.

    Remarks that must be acknowledged are, by their rules or all of them.
    """
    _, screened = _screened(arguments)
    agreed = [p for p in screened.of(ACKNOWLEDGE) if {ALL, p.rule} & set(arguments.acknowledge)]
    try:
        version = screen.publish(
            arguments.store, screened, arguments.by, arguments.why, agreed, telling.progress()
        )
    except ReaderError as error:
        if arguments.json:
            telling.as_json(_told(screened) | {"error": error.code})
        else:
            telling.remarks(screened.problems)
        raise
    if arguments.json:
        telling.as_json(_told(screened) | {"version": version.name})
    else:
        telling.remarks(screened.problems)
        _print_rows(screened)
        print(f"{version.name}: published")
    return 0


def _screened(arguments: argparse.Namespace) -> tuple[list[Received], Screened]:
    register = known_municipalities.of_store(arguments.store)
    register = register.within(arguments.region) if arguments.region else register
    kept = _recipes(arguments)
    readers = [partial(_received, path, register) for path in arguments.files]
    read = receive_together(readers, kept)
    files = [file for received in read for file in received.files]
    problems = [problem for received in read for problem in received.problems]
    return read, screen.screen(
        arguments.store,
        files,
        problems,
        set(arguments.replace),
        telling.progress(),
        set(arguments.corrected),
    )


def _received(path: Path, register: Register, kept: Recipes) -> Received:
    return receive(path.name, path.read_bytes(), register, kept=kept)


def _recipes(arguments: argparse.Namespace) -> Recipes:
    """Give the recipe that was asked for, or all that are saved; raises if there is none such."""
    saved, wanted = saved_recipes.saved(arguments.store), arguments.recipe
    if wanted is None:
        return Recipes(tuple(saved), known_schools.of_store(arguments.store))
    named = next((recipe for recipe in saved if recipe.name == wanted), None)
    recipe = named or saved_recipes.read(Path(wanted))
    if recipe is None:
        raise ReaderError("no_recipe", recipe=wanted)
    return Recipes((recipe,), known_schools.of_store(arguments.store), asked=True)


def _told(screened: Screened) -> dict[str, object]:
    return {
        "problems": telling.facts_of(screened.problems),
        "rules": telling.rules_of(screened.problems),
        "rows": screened.rows.to_dict("records"),
        "headlines": screened.headlines.astype(object)
        .where(screened.headlines.notna(), None)
        .to_dict("records"),
    }


def _print_rows(screened: Screened) -> None:
    if screened.draft is None:
        return
    totals = screened.rows.groupby("table", sort=False).sum(numeric_only=True)
    print(totals[totals.sum(axis=1).gt(0)].to_string())


def _mark(arguments: argparse.Namespace, read: list[Received], screened: Screened) -> None:
    """Write each table with its remarks in it, as an XLSX of its name."""
    arguments.marked.mkdir(parents=True, exist_ok=True)
    for path, received in zip(arguments.files, read, strict=True):
        if is_geojson(path.read_bytes()):
            continue
        columns = {
            (file.sheet, name): place
            for file in received.files
            for name, place in file.columns.items()
        }
        own = [problem for problem in screened.problems if problem.file == path.name]
        content = marked(path.name, path.read_bytes(), own, lambda p: names.said(p, "ru"), columns)
        (arguments.marked / f"{path.stem}.xlsx").write_bytes(content)
