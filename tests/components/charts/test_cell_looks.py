import pytest

from components.base.theme import DARK, LIGHT
from components.charts import gantt
from components.charts.cells import (
    LOOKS,
    PATTERNS,
    SIGNS,
    SYMBOLS,
    look,
    looks,
    signs,
    swatch,
    swatches,
)
from components.charts.glyphs import GLYPHS
from components.explore import scatter_figures

SYMBOL_OF = {"better": "▲", "worse": "▼", "same": "●", "not_compared": "○"}


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_style_looks_different(palette):
    seen = {
        style: (
            *swatch(style, 0, False, palette),
            PATTERNS.get(style),
            SIGNS.get(style) or SYMBOLS.get(SYMBOL_OF.get(style, "")),
        )
        for style in LOOKS
    }
    assert len(set(seen.values())) == len(LOOKS) >= 10


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_kinds_of_nothing_differ_without_their_signs(palette):
    nothing = ["no_schools", "not_reported", "no_data", "suppressed", "break"]
    seen = {(*swatch(style, 0, False, palette), PATTERNS.get(style)) for style in nothing}
    assert len(seen) == len(nothing)


def test_signs_are_of_different_shapes():
    of_plans = {sign for sign, _, _ in gantt.LOOKS.values()}
    used = {*SYMBOLS.values(), *SIGNS.values(), *of_plans, *scatter_figures.SIGNS.values()}
    assert used == set(GLYPHS)
    assert len(set(GLYPHS.values())) == len(GLYPHS)


def test_ramp_has_five_classes_and_a_small_group_is_muted():
    fills = [swatch("ramp", shade, muted, LIGHT).fill for shade in range(5) for muted in (0, 1)]
    assert len(set(fills)) == 10


def test_neutral_palette_changes_the_ramp_only():
    changed = {
        name
        for name, colours in swatches(LIGHT).items()
        if swatches(LIGHT.neutral())[name] != colours
    }
    assert changed == {f"ramp{shade}{small}" for shade in range(5) for small in ("", "_muted")}


@pytest.mark.parametrize(
    ("style", "shade", "muted", "expected"),
    [
        ("ramp", 3, False, "ramp3"),
        ("ramp", 3.0, True, "ramp3_muted"),
        ("better", float("nan"), True, "better_muted"),
        ("no_data", 0, True, "no_data"),
    ],
)
def test_look_names_style_class_and_size_of_group(style, shade, muted, expected):
    assert look(style, shade, muted) == expected


def test_looks_and_signs_follow_the_rows(cells):
    rows = cells(
        ("60601000", "Азовский район", "ramp", "2 из 3", ""),
        ("60602000", "Аксайский район", "worse", "48,0 %", "▼"),
        ("60605000", "Багаевский район", "break", "перерыв", ""),
        shade=[4, 0, 0],
        muted=[True, False, False],
    )
    assert looks(rows) == ["ramp4_muted", "worse", "break"]
    assert signs(rows) == ["", "down", "slashes"]
