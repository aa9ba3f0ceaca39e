"""Every page in every display, in both languages: it runs, and speaks one language only."""

import pytest

from tests.pages import letters, seen

SALSK, NO_SCHOOLS_IN_NEED = "60650000", "60601000"
VIEWS = {
    "overview": ("overview", {"region": "60"}),
    "overview of one municipality": ("overview", {"region": "60", "municipality": SALSK}),
    "overview of a first year": ("overview", {"region": "60", "year": "2017"}),
    "overview of Chelyabinsk": ("overview", {"region": "75"}),
    "overview of Sverdlovsk": ("overview", {"region": "65"}),
    "overview of nothing": ("overview", {"region": "65", "schools": "rural"}),
    "matrix": ("heatmap", {"region": "60"}),
    "matrix of one municipality": ("heatmap", {"region": "60", "municipality": SALSK}),
    "matrix of rural schools": ("heatmap", {"region": "60", "schools": "rural", "cohort": "2019"}),
    "matrix by year": ("heatmap", {"region": "60", "axis": "years", "indicator": "IND-07-VPR"}),
    "matrix of a year without procedures": ("heatmap", {"region": "60", "year": "2020"}),
    "matrix of Sverdlovsk": ("heatmap", {"region": "65"}),
    "matrix of nothing": ("heatmap", {"region": "65", "schools": "rural"}),
    "map": ("heatmap", {"region": "60", "display": "map"}),
    "map of a published value": (
        "heatmap",
        {"region": "60", "display": "map", "indicator": "IND-21"},
    ),
    "map of Chelyabinsk": ("heatmap", {"region": "75", "display": "map"}),
    "map that Sverdlovsk has not": ("heatmap", {"region": "65", "display": "map"}),
    "tiles": ("heatmap", {"region": "60", "display": "cells", "indicator": "IND-13"}),
    "tiles of Chelyabinsk": ("heatmap", {"region": "75", "display": "cells"}),
    "table": ("heatmap", {"region": "60", "display": "table"}),
    "table by year": (
        "heatmap",
        {"region": "60", "display": "table", "axis": "years", "indicator": "IND-07-EGE"},
    ),
    "dynamics": ("dynamics", {"region": "60"}),
    "dynamics of one cohort and subject": (
        "dynamics",
        {"region": "60", "indicator": "IND-07-EGE", "subject": "mathematics_base"}
        | {"cohort": "2019", "band": "on", "panel": "fixed"},
    ),
    "dynamics since entry": ("dynamics", {"region": "60", "since": "entry", "part": "table"}),
    "dynamics without a baseline": (
        "dynamics",
        {"region": "60", "cohort": "2017", "part": "comparison"},
    ),
    "dynamics of municipalities": (
        "dynamics",
        {"region": "60", "part": "places", "municipality": SALSK},
    ),
    "dynamics as a funnel": ("dynamics", {"region": "60", "part": "funnel", "schools": "rural"}),
    "dynamics beside a comparison group": ("dynamics", {"region": "60", "part": "comparison"}),
    "method of dynamics": ("dynamics", {"region": "60", "part": "method"}),
    "dynamics of Chelyabinsk": ("dynamics", {"region": "75", "part": "funnel"}),
    "dynamics of Sverdlovsk": ("dynamics", {"region": "65", "part": "funnel"}),
    "dynamics of what it cannot show": (
        "dynamics",
        {"region": "60", "indicator": "IND-13", "subject": "mathematics_base"}
        | {"schools": "low_performing"},
    ),
    "dynamics of nothing": ("dynamics", {"region": "65", "schools": "rural"}),
    "bringing data": ("import_data", {"region": "60"}),
    "versions": ("versions", {"region": "60"}),
    "methods": ("methods", {"region": "60"}),
}


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("view", VIEWS)
def test_a_view_runs_and_speaks_one_language(open_page, names, view, language):
    page, link = VIEWS[view]
    texts = seen.texts(open_page(page, **link, language=language))
    mixed = {text: found for text in texts if (found := letters.foreign(text, language, names))}
    assert mixed == {}
    assert len(texts) > 30
    assert not any("{" in text or "nan" in text.split() for text in texts)


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize(
    "page", ["overview", "heatmap", "dynamics", "import_data", "versions", "methods"]
)
def test_every_page_is_marked_as_a_demonstration_and_names_its_version(
    open_page, built, page, language
):
    texts = seen.texts(open_page(page, language=language))
    mark = {"ru": "Демонстрационные данные", "en": "Demonstration data"}[language]
    assert any(mark in text for text in texts)
    assert any(built.version.name in text for text in texts)


def test_a_word_of_the_other_language_would_be_found(names):
    assert letters.foreign("Показатель IND-03: Mentored, CC BY 4.0", "ru", names) == ["Mentored"]
    assert letters.foreign("Сальский район: нет данных, Красно…", "en", names) == ["нет", "данных"]
    assert letters.foreign("Версия 20261121T140512-ab12cd34, файл school.csv", "ru", names) == []
