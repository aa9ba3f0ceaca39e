"""Give every visible text, number and date in the reader's language.

Texts stand in `data/texts`. A text that depends on a number has the plural forms of the language
(CLDR, through Babel): Russian one, few, many, other.
"""

import functools
from datetime import date, datetime, timedelta
from typing import Any

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal

from components.base.markdown import Markdown, as_text
from data.texts import text

MINUS = "\N{MINUS SIGN}"
DATES = {
    "ru": {
        "long": "d MMMM y\N{NARROW NO-BREAK SPACE}'г'.",
        "short": "dd.MM.y",
        "moment": "dd.MM.y, HH:mm",
    },
    "en": {"long": "d MMMM y", "short": "d MMM y", "moment": "d MMM y, HH:mm"},
}
"""How dates are written, in the letters of CLDR; in English the month is always a word."""


class Words:
    """Speak one language: texts by key, numbers and dates by Babel."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._locale = Locale.parse(language)

    def __call__(self, key: str, /, n: float | None = None, **gaps: object) -> str:
        """Give the text of `key`; `n` picks its plural form and fills the gap {n}."""
        said = text(key, self.language)
        if isinstance(said, dict):
            form = self._locale.plural_form(abs(n or 0))
            said = said.get(form) or said["other"]
        if n is not None:
            gaps["n"] = self.number(n, 0 if n == int(n) else 1)
        return said.format(**gaps) if gaps else str(said)

    def marked(self, key: str, /, n: float | None = None, **gaps: object) -> Markdown:
        """Give a text of which the Markdown is meant; what fills its gaps is text."""
        return Markdown(self(key, n, **{name: as_text(str(gap)) for name, gap in gaps.items()}))

    def pick(self, row: Any, field: str) -> str:
        """Take the column of a row that is in this language: `name` → name_ru or name_en."""
        return str(row[f"{field}_{self.language}"])

    def number(self, value: float, decimals: int = 0) -> str:
        """Write a number with the language's separators and a real minus sign."""
        return _written(float(value), decimals, self.language)

    def percent(self, value: float, decimals: int = 1) -> str:
        """Write per cent values: 31.25 becomes 31,3 % or 31.3%."""
        sign = "\N{NO-BREAK SPACE}%" if self.language == "ru" else "%"
        return self.number(value, decimals) + sign

    def day(self, value: date) -> str:
        """Write a date in words: 17 ноября 2022 г. or 17 November 2022."""
        return format_date(value, DATES[self.language]["long"], locale=self._locale)

    def short_day(self, value: date) -> str:
        """Write a date in little room: 17.11.2022 or 17 Nov 2022, which nobody reads as May."""
        return format_date(value, DATES[self.language]["short"], locale=self._locale)

    def month(self, value: date) -> str:
        """Write a month: июнь 2023."""
        return format_date(value, "LLLL y", locale=self._locale)

    def moment(self, value: datetime) -> str:
        """Write a date and time with its zone: 21.11.2026, 14:05 (UTC+3).

        Raises ValueError for a time of no zone.
        """
        apart = value.utcoffset()
        if apart is None:
            raise ValueError(f"{value!r} has no zone")
        said = format_datetime(
            value, DATES[self.language]["moment"], tzinfo=value.tzinfo, locale=self._locale
        )
        return f"{said} ({_zone(apart)})"


def _zone(apart: timedelta) -> str:
    """Name a zone by its distance from UTC: UTC, UTC+3, UTC−3:30."""
    minutes = int(apart.total_seconds() // 60)
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else MINUS}{hours}" + (f":{rest:02}" if rest else "")


@functools.lru_cache(maxsize=10_000)
def _written(value: float, decimals: int, language: str) -> str:
    """Write a number once: a heat map has a thousand of them, most of them small counts."""
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(value, pattern, locale=language).replace("-", MINUS)
