"""Decide which schools are low-performing or resilient: pure rules on counts of one year.

Arrays are schools × works; a work is a procedure in one grade and subject.
"""

import numpy as np

from data.demo.parameters import Rule


def low_performing(participants: np.ndarray, below: np.ndarray, rule: Rule) -> np.ndarray:
    """Find the schools that had the share of the rule below the threshold in enough works.

    A work counts when at least `rule.minimum_group` pupils wrote it. After the criterion quoted
    in the dossier (30 %, two procedures), without its second condition of two successive years.
    """
    share = below / np.maximum(participants, 1)
    poor = (participants >= rule.minimum_group) & (share >= rule.share)
    enough: np.ndarray = poor.sum(axis=1) >= rule.works
    return enough


def weakest(participants: np.ndarray, below: np.ndarray, part: float, rule: Rule) -> np.ndarray:
    """Find the given part of all schools with the highest share in all works together.

    For a region with too few works for the rule. Equal shares: the earlier school first.
    """
    share = pooled_share(participants, below, rule)
    order = np.argsort(-np.nan_to_num(share, nan=-1.0), kind="stable")
    chosen = np.zeros(len(share), bool)
    chosen[order[: round(part * len(share))]] = True
    return chosen


def pooled_share(participants: np.ndarray, below: np.ndarray, rule: Rule) -> np.ndarray:
    """Share below the threshold in all works of a school together; NaN for too small a group."""
    total = participants.sum(axis=1)
    share = below.sum(axis=1) / np.maximum(total, 1)
    return np.where(total >= rule.minimum_group, share, np.nan)


def resilient(
    shares: list[np.ndarray], hard: np.ndarray, low: np.ndarray, quantile: float
) -> np.ndarray:
    """Find the schools in hard conditions that stayed among the best of the region.

    shares: pooled shares of the two latest years of results; in each of them the school's share
    is at most the given quantile of all schools. hard: rural or in adverse conditions. A school
    that is low-performing in the year is never resilient.
    """
    best = [share <= np.nanquantile(share, quantile) for share in shares]
    found: np.ndarray = np.logical_and.reduce(best) & hard & ~low
    return found
