"""What each look of a chart with axes is: its colour, its border, its dashes and its width."""

from components.base.theme import Palette, ink_on

DASHED: dict[str, list[int]] = {
    "reference": [6, 4],
    "event": [2, 2],
    "projected": [5, 4],
    "own_not_counted": [3, 3],
    "foreign_not_counted": [3, 3],
}
THIN = 1.25
WIDE = {"main": 3.0, "reference": 2.0, "chosen": 2.0, "interval": 2.0, "projected": 2.0}
"""Widths of lines in px where they are not thin."""
HOLLOW = ("uncovered", "not_entitled")


def colours(palette: Palette) -> dict[str, str]:
    """Colour of each look; the main series is purple, which says neither better nor worse."""
    return {
        "main": palette.purple[3],
        "band": palette.purple_muted[1],
        "other": palette.border,
        "reference": palette.text,
        "expected": palette.border,
        "interval": palette.text,
        "event": palette.quiet,
        "chosen": palette.text,
        "grid": palette.grid,
        "axis": palette.border,
        "hatch": palette.hatch,
        "text": palette.text,
        "quiet": palette.quiet,
        "better": palette.better,
        "worse": palette.worse,
        "same": palette.same,
        "not_compared": palette.same,
        "none": "transparent",
    } | _of_mentoring(palette)


def borders(palette: Palette) -> dict[str, str]:
    """Colour of a box's border by its look, where the fill alone is too faint; else unseen."""
    ramp = (f"ramp{i}" for i in range(len(palette.purple)))
    edges = dict.fromkeys((*HOLLOW, *ramp), palette.border)
    return dict.fromkeys(colours(palette), "transparent") | edges


def _of_mentoring(palette: Palette) -> dict[str, str]:
    """Looks of schools and pairs, of classes of numbers (ramp) and of words on them (ink)."""
    return {
        "ground": palette.purple[1],
        "projected": palette.purple[3],
        "covered": palette.purple[3],
        "own": palette.purple[3],
        "own_not_counted": palette.purple[3],
        "foreign": palette.quiet,
        "foreign_not_counted": palette.quiet,
        **dict.fromkeys(HOLLOW, palette.background),
        **{f"ramp{i}": fill for i, fill in enumerate(palette.purple)},
        **{f"ink{i}": ink_on(fill) for i, fill in enumerate(palette.purple)},
    }
