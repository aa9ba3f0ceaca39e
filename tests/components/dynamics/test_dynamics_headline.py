"""The finding of the page is a headline: short in every view, and its verdict comes first."""

import itertools
from collections import Counter
from dataclasses import replace

import pytest

from components.base.i18n import Words
from components.dynamics import level_lines, level_sentences, sentences
from components.dynamics.choice import VALUES, DynamicsView
from components.dynamics.levels import COUNTED, kind
from components.dynamics.numbers import numbers
from components.dynamics.offer import LOCALITIES, narrowed, possible
from data.texts import LANGUAGES, texts

LONGEST = 90
YEARS = {"60": range(2017, 2023), "65": range(2019, 2023), "75": range(2021, 2023)}


@pytest.fixture(autouse=True)
def ready_store(own_store, built, monkeypatch):
    monkeypatch.setenv("MONITOR_STORE", str(built.folder))


def views(region):
    """Every year and cohort of a region by indicator; of its last year every subject and place."""
    years = YEARS[region]
    base = DynamicsView(region, years[-1], years[0], value="share")
    for indicator, value in itertools.product(possible(base)["indicator"], VALUES):
        one = replace(base, indicator=indicator, value=value)
        for year, cohort in itertools.product(years, (0, *years)):
            yield narrowed(replace(one, year=year, cohort=cohort))
        for subject, schools in itertools.product(possible(one)["subject"], LOCALITIES):
            yield narrowed(replace(one, subject=subject, schools=schools))


def headline(view):
    """What the page says first of a view, and below it."""
    if kind(view) != "shares":
        return level_lines.said(view)
    n, words = numbers(view), Words(view.language)
    return sentences.headline(n.change, n.cohort, words), sentences.told(n.change, n.cohort, words)


@pytest.mark.parametrize("region", YEARS)
def test_no_headline_of_the_demonstration_is_longer_than_a_line(region):
    seen = Counter()
    for view in set(views(region)):
        for language in LANGUAGES:
            said, told = headline(replace(view, language=language))
            seen[kind(view)] += 1
            assert 0 < len(said) <= LONGEST, said
            assert told != said
    assert set(seen) >= {"shares", "means"} and (region == "75" or "counts" in seen)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_headline_that_the_texts_could_make_is_longer_than_a_line(language):
    """Verdicts that the demonstration does not have, too."""
    words = Words(language)
    keys = [key for key in texts() if key.startswith("dynamics.headline_")]
    said = [words(key, cohort=2021) for key in keys] + [words("dynamics.no_cohorts")]
    assert len(said) == 6
    assert max(map(len, said)) <= LONGEST


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", COUNTED.values())
def test_the_headline_of_a_large_count_is_no_longer_than_a_line(language, what):
    words = Words(language)
    whose = words("dynamics.never_long")
    assert len(level_sentences.counted(whose, what, (2022, 12_345, 67_890), words)) <= LONGEST
    assert len(level_sentences.mean_changed(whose, -12.5, (2019, 2022), words)) <= LONGEST
