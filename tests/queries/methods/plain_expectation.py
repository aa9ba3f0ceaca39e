"""Expect shares without project anew: slowly, by statsmodels, a school at a time, no resamples."""

import numpy as np
import statsmodels.api as sm


def shares(panel):
    return 100 * panel.below / panel.participants


def reached(panel, school, year):
    return panel.entry[school] != 0 and panel.entry[school] < year


def sizes(panel):
    means = [np.nanmean(row) if np.isfinite(row).any() else np.nan for row in panel.participants]
    logs = np.log(means)
    return np.nan_to_num(logs - np.nanmean(logs))


def step(panel, place, before, beside=(), listed=None):
    """Give expected and surprise by school of one year, from those of the year before."""
    share, year, size = shares(panel), panel.years[place], sizes(panel)
    fit = [
        school
        for school in range(len(panel.schools))
        if np.isfinite(share[school, place]) and not reached(panel, school, year)
    ]
    rows = [[1.0, size[school]] for school in range(len(panel.schools))]
    if before is not None:
        expected, surprise, known = before
        both = [school for school in fit if known[school]]
        scale = np.sqrt(np.mean([surprise[school] ** 2 for school in both]))
        middle = np.mean([scale * np.tanh(surprise[school] / scale) for school in both])
        for school, row in enumerate(rows):
            bent = scale * np.tanh(surprise[school] / scale) - middle if known[school] else 0.0
            # In the second year the expectation is of size alone, which stands in the row already.
            row += [expected[school]] * (place > 1) + [surprise[school]]
            row += [size[school] * (expected[school] - np.mean(expected[fit]))]
            row += [size[school] * surprise[school], bent]
            row += [column[school] for column in beside]
    if listed is not None:
        rows = [[*row, float(inside)] for row, inside in zip(rows, listed, strict=True)]
    slopes = sm.OLS(share[fit, place], np.array(rows)[fit]).fit().params
    expected = np.array(rows) @ slopes
    surprise = np.zeros(len(rows))
    surprise[fit] = share[fit, place] - expected[fit]
    return (expected, surprise, np.isin(np.arange(len(rows)), fit)), slopes


def beside_of(lists, last):
    """What another procedure foretells of each year: its expectation and its last surprise."""
    before, found = None, []
    for place in range(last + 1):
        now, _ = step(lists, place, before)
        last_surprise = np.zeros(len(lists.schools)) if before is None else before[1]
        found.append((now[0], last_surprise))
        before = now
    return found


def readings(panel, cohort, year, lists=None):
    """Expected shares of the later year, the surplus of the year of entry as chance and as own."""
    entry, later = (list(panel.years).index(one) for one in (cohort, year))
    beside = beside_of(lists, later) if lists is not None else [()] * (later + 1)
    before = None
    for place in range(entry):
        before, _ = step(panel, place, before, beside[place])
    chance, _ = step(panel, entry, before, beside[entry])
    own, slopes = step(panel, entry, before, beside[entry], panel.entry == cohort)
    for place in range(entry + 1, later + 1):
        chance, _ = step(panel, place, chance, beside[place])
        own, _ = step(panel, place, own, beside[place])
    return chance[0], own[0], slopes[-1]
