"""Tell how sure a school's place on the list is: the chance to be listed again, in words.

A chance is made of pupils' results of single schools, so it is drawn only where these are seen.
"""

import numpy as np
import pandas as pd

from components.base.choices import setting
from components.base.i18n import Words
from components.base.list_rule import breaks
from components.base.load import keep, load, of_all
from queries import identification
from queries.methods import list_luck
from queries.methods.identification import ListRule
from queries.view import View, region_key

STEP = 5
"""Per cent to which a chance is told: so exact the draws and what they rest on are."""


def chances(view: View, year: int, rule: ListRule) -> pd.DataFrame:
    """Give the chance, 0–1, of each school of the region with results in a year: see the method.

    What is learnt of a region takes the results of all of its schools; the reader has his own.
    """
    return of_all(keep, _chances, region_key(view), year, rule)


def _chances(view: View, year: int, rule: ListRule) -> pd.DataFrame:
    return list_luck.luck(load(identification.results, view), year, rule, breaks())


def word(chance: float, region: str) -> list_luck.Word:
    """Put a chance, as it is told, into a word by the settings of a region."""
    steady, rather = (setting(f"luck_{name}", region) / 100 for name in ("steady", "rather"))
    return list_luck.word(_per_cent(chance) / 100, steady, rather)


def said(chance: float, listed: bool, words: Words, region: str) -> str:
    """Write a chance, with its word if the school is listed: «устойчиво, около 85 %»."""
    if np.isnan(chance):
        return words("list_luck.unknown")
    told = _about(_per_cent(chance), words)
    if not listed:
        return told
    return words(f"list_luck.{word(chance, region)}", chance=told)


def _per_cent(chance: float) -> float:
    """Give a chance in the steps in which it is told, so that number and word are of one piece."""
    return float(STEP * np.round(100 * chance / STEP))


def _about(told: float, words: Words) -> str:
    if told < STEP:
        return words("list_luck.below", chance=words.percent(STEP, 0))
    if told > 100 - STEP:
        return words("list_luck.above", chance=words.percent(100 - STEP, 0))
    return words("list_luck.about", chance=words.percent(told, 0))
