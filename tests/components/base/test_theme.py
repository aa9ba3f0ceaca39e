import colorsys
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from components.base.theme import DARK, LIGHT, WHITE, contrast, ink_on, luminance, palette
from components.charts.cells import PATTERNS, swatches

THEMES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]
CONFIG = Path(__file__).parents[3] / ".streamlit" / "config.toml"


def hue(colour):
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return colorsys.rgb_to_hls(red, green, blue)[0] * 360


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert contrast("#12436D", "#12436D") == 1


def test_colours_of_the_product_are_kept():
    assert (LIGHT.better, LIGHT.worse) == ("#12436D", "#E86A17")


def test_better_keeps_its_hue_in_the_dark():
    assert hue(DARK.better) == pytest.approx(hue(LIGHT.better), abs=5)


def test_light_blue_of_the_dark_theme_is_needed():
    assert contrast(LIGHT.better, DARK.background) < 3


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["background", "surface"])
@pytest.mark.parametrize("ink", ["text", "quiet"])
def test_page_text_can_be_read(theme, ground, ink):
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("neutral", [False, True])
def test_text_can_be_read_on_every_cell(theme, neutral):
    theme = theme.neutral() if neutral else theme
    poor = {
        look: swatch
        for look, swatch in swatches(theme).items()
        if contrast(swatch.ink, swatch.fill) < 4.5
    }
    assert poor == {}


@pytest.mark.parametrize("theme", THEMES)
def test_text_can_be_read_across_the_hatching(theme):
    inks = {swatches(theme)[look].ink for look in PATTERNS}
    assert all(contrast(ink, theme.hatch) >= 4.5 for ink in inks)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("neutral", [False, True])
def test_every_cell_stands_out_by_its_fill_or_its_border(theme, neutral):
    theme = theme.neutral() if neutral else theme
    faint = {
        look: swatch
        for look, swatch in swatches(theme).items()
        if max(contrast(part, theme.background) for part in (swatch.fill, swatch.stroke)) < 3
    }
    assert faint == {}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("mark", ["better", "worse", "same", "border"])
def test_marks_stand_out_from_the_page(theme, mark):
    assert contrast(getattr(theme, mark), theme.background) >= 3


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ramp", ["ramp", "ramp_muted", "purple", "purple_muted"])
def test_ramps_go_one_way_away_from_the_page(theme, ramp):
    ratios = [contrast(colour, theme.background) for colour in getattr(theme, ramp)]
    assert all(high / low >= 1.15 for low, high in pairwise(ratios))


@pytest.mark.parametrize("theme", THEMES)
def test_muted_colours_are_greyer(theme):
    def spread(colour):
        channels = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
        return max(channels) - min(channels)

    full, muted = theme.ramp + theme.purple, theme.ramp_muted + theme.purple_muted
    assert all(spread(grey) < spread(clear) for clear, grey in zip(full, muted, strict=True))


def test_ink_is_the_better_readable_of_two():
    assert ink_on("#12436D") == WHITE
    assert luminance(ink_on("#E86A17")) < 0.02


@pytest.mark.parametrize(
    ("kind", "expected"), [("light", LIGHT), ("dark", DARK), (None, LIGHT), ("sepia", LIGHT)]
)
def test_palette_follows_the_theme_and_is_light_by_default(kind, expected):
    assert palette(kind) is expected


@pytest.mark.parametrize(("kind", "theme"), [("light", LIGHT), ("dark", DARK)])
def test_settings_repeat_the_palette(kind, theme):
    settings = tomllib.loads(CONFIG.read_text("utf-8"))["theme"][kind]
    assert settings["backgroundColor"] == theme.background
    assert settings["secondaryBackgroundColor"] == theme.surface
    assert settings["textColor"] == theme.text
    assert settings["borderColor"] == theme.grid
    assert settings["linkColor"] == theme.better
    assert settings["sidebar"]["backgroundColor"] == theme.surface


@pytest.mark.parametrize(("kind", "theme"), [("light", LIGHT), ("dark", DARK)])
def test_primary_buttons_carry_white_text_and_stand_out(kind, theme):
    primary = tomllib.loads(CONFIG.read_text("utf-8"))["theme"][kind]["primaryColor"]
    assert contrast(WHITE, primary) >= 4.5
    assert contrast(primary, theme.background) >= 3
