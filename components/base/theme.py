"""The colours of both themes, and the arithmetic that proves they can be read.

Pure: Streamlit never comes in here, so charts and file writers share one `Palette` with the pages.
`.streamlit/config.toml` repeats background, surface, text and the accent; a test holds them equal.

Contrast and luminance follow WCAG 2.2, "relative luminance" and "contrast ratio"
(https://www.w3.org/TR/WCAG22/#dfn-relative-luminance): text needs 4.5:1, marks 3:1.
The purple ramp starts from ColorBrewer "Purples" (C. Brewer, Apache License 2.0).
"""

from dataclasses import dataclass, replace

FONT = "Source Sans, sans-serif"
NEAR_BLACK = "#14171C"
WHITE = "#FFFFFF"

Ramp = tuple[str, str, str, str, str]


@dataclass(frozen=True)
class Palette:
    """One theme's colours as `#RRGGBB`; ramps run from the lowest class to the highest."""

    background: str
    surface: str
    text: str
    quiet: str  # captions: still 4.5:1 on background and surface
    border: str  # 3:1 on the background, so it may carry a cell whose fill is fainter
    grid: str  # decoration only
    better: str
    worse: str
    same: str
    better_muted: str
    worse_muted: str
    hatch: str
    veil: str  # what is hidden on purpose
    ramp: Ramp
    ramp_muted: Ramp
    purple: Ramp
    purple_muted: Ramp

    def neutral(self) -> "Palette":
        """Return the same theme with the purple ramp, for indicators without a good direction."""
        return replace(self, ramp=self.purple, ramp_muted=self.purple_muted)


LIGHT = Palette(
    background="#FFFFFF",
    surface="#F3F5F8",
    text="#1B1F27",
    quiet="#565E6B",
    border="#7C8593",
    grid="#D9DDE3",
    better="#12436D",
    worse="#E86A17",
    same="#6B7380",
    better_muted="#8FA5B9",
    worse_muted="#E6BEA3",
    hatch="#C4CAD3",
    veil="#D9DDE3",
    ramp=("#E3F0EE", "#B4D8D2", "#78B8B0", "#33807A", "#0E544F"),
    ramp_muted=("#F0F3F2", "#D6E1DF", "#B6C8C6", "#8CA19F", "#5C7270"),
    purple=("#F2F0F7", "#CBC9E2", "#9E9AC8", "#756BB1", "#54278F"),
    purple_muted=("#F5F5F7", "#DBDAE1", "#BCBAC7", "#9E9BAE", "#73677F"),
)

DARK = Palette(
    background="#14171C",
    surface="#1F242C",
    text="#ECEEF1",
    quiet="#A9B1BD",
    border="#6F7986",
    grid="#333A44",
    better="#6BA6DC",  # the light theme's hue: its own blue is 1.7:1 on this background
    worse="#E86A17",
    same="#8F98A5",
    better_muted="#7B90A4",
    worse_muted="#A37F68",
    hatch="#434B57",
    veil="#3A414C",
    ramp=("#1C3835", "#22544F", "#33807A", "#6DB5AC", "#B9E0DA"),
    ramp_muted=("#232C2D", "#2F3E3E", "#455C5B", "#768B8A", "#A3AEAE"),
    purple=("#2B2540", "#473B72", "#7368AE", "#A59FD3", "#D9D6EE"),
    purple_muted=("#23222B", "#363445", "#565368", "#858595", "#AEAEB7"),
)


def palette(kind: str | None) -> Palette:
    """Return the palette of a theme called "light" or "dark"; light when nobody said."""
    return DARK if kind == "dark" else LIGHT


def luminance(colour: str) -> float:
    """Relative luminance of `#RRGGBB` by WCAG 2.2: 0 for black, 1 for white."""
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: str, b: str) -> float:
    """Contrast ratio of two colours by WCAG 2.2, from 1 (equal) to 21 (black on white)."""
    darker, lighter = sorted((luminance(a), luminance(b)))
    return (lighter + 0.05) / (darker + 0.05)


def ink_on(fill: str) -> str:
    """Return near-black or white, whichever reads better on a fill."""
    return max((NEAR_BLACK, WHITE), key=lambda ink: contrast(ink, fill))


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
