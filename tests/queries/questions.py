"""Find every question of the product, so that none needs to be named to be tested."""

import importlib
import inspect
import pkgutil
from typing import get_origin

from sqlalchemy import SelectBase

import queries
from data.indicators import declared
from queries import counting


def questions():
    """Every public function below queries/ that gives a Select, by `module.name`."""
    found = {}
    for module in pkgutil.walk_packages(queries.__path__, "queries."):
        functions = inspect.getmembers(importlib.import_module(module.name), callable)
        for title, function in functions:
            own = function.__module__ == module.name and not title.startswith("_")
            if own and _gives_a_select(function):
                found[f"{module.name.removeprefix('queries.')}.{title}"] = function
    return found | of_indicators()


def of_indicators():
    """What is asked of each indicator that is counted: its schools and its rows."""
    found = {}
    for code, counted in declared().items():
        asked = counting.of(counted)
        found |= {
            f"counting.{code}.by_school": asked.by_school,
            f"counting.{code}.rows": asked.rows,
        }
    return found


def _gives_a_select(function):
    given = inspect.signature(function, eval_str=True).return_annotation
    kind = get_origin(given) or given
    return inspect.isclass(kind) and issubclass(kind, SelectBase)


QUESTIONS = questions()


def statements(question, views):
    """The question's statements by the view they answer; one that needs no view has one."""
    if not inspect.signature(question).parameters:
        return {"": question()}
    return {title: question(view) for title, view in views.items()}
