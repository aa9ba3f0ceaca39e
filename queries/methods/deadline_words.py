"""List the words of deadlines: which of them are known, and which stop the reading.

The vocabulary is that of Russian road maps and plans, with the English words of the column
`recurrence`. Nothing is guessed: a word outside the vocabulary is a fault.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

MARKS = frozenset({"yearly", "once", "throughout", "schedule", "demand"})
NOT_WHOLE_MONTHS, UNKNOWN_WORDS = "not_whole_months", "unknown_words"

_STEMS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_COUNTS = {"од": 1, "дв": 2, "тр": 3, "че": 4}
_COUNT = r"\d+|одного|один|дв[ае]|двух|три|тр[её]х|четыр[её]х?"
_VOCABULARY = {
    "demand": r"(?:по|при)(?: мере)?(?: возникновени[июея])?"
    r" (?:необходимост|потребност|требовани|запрос)\w*|по мере (?:поступлени|обращени)[яй]"
    r"|on demand",
    "schedule": r"(?:по|согласно|в соответствии с)(?: [а-я]+(?:ому|ым|ом))?"
    r" (?:план|график)(?:у|а|ам|ом|ами)?|by(?: \w+)? (?:plan|schedule)",
    "monthly": rf"(?:не (?:менее|реже)(?: чем)? )?(?:{_COUNT}) раза? в месяц"
    r"|ежемесячно|каждый месяц|at least \d+ times a month|monthly",
    "yearly": r"ежегодно|каждый год|(?:(?:1|один) )?раз в год|yearly",
    "throughout": r"в течени[ие](?: всего)?(?: календарного)? года|весь год|постоянно|continuous",
    "once": r"однократно|once",
    "month": r"(?:январ|феврал|апрел|ию[нл]|сентябр|октябр|ноябр|декабр)(?:ь|я|ю|е|ем)"
    r"|(?:март|август)(?:а|у|ом|е)?|ма(?:й|я|ю|ем|е)",
    "year": r"20\d\d(?: ?гг?\.?| ?год(?:а|у|ы|ов|ах)?)?",
    "from": r"со?",
    "to": r"по",
    "and": r"и|а также|window plus",
    "filler": r"в течени[ие]|во?|(?:обновлени|размещени|публикаци|проведени)[ея]",
}
_TOKEN = re.compile(
    "|".join(rf"(?P<{kind}>(?<!\w)(?:{words})(?!\w))" for kind, words in _VOCABULARY.items())
    + r"|(?P<dash>[-–—−])|(?P<comma>[,;])"
)
_AROUND = " .:()«»\"'"
_FINER = re.compile(
    r"\d|\bдо\b|\bпоздн|\bраньше|\bраза?\b|кварт|полугод|недел|ежедн|декад|числ|учебн|каникул"
)
"""Words of times that whole months cannot hold, or that end before a month does."""


@dataclass(frozen=True)
class Token:
    """A known word or sign; of the kind `gap`: what lies between two of them and is not known."""

    kind: str
    word: str

    @property
    def number(self) -> int:
        """The year, the month 1–12, or the times a month that the word says."""
        figure = re.search(r"\d+", self.word)
        if figure:
            return int(figure.group())
        if self.kind == "month":
            stems = enumerate(_STEMS, 1)
            return next(number for number, stem in stems if self.word.startswith(stem))
        counted = (word[:2] for word in self.word.split() if re.fullmatch(_COUNT, word))
        return next((_COUNTS[stem] for stem in counted), 1)


def tokens(text: str) -> list[Token]:
    """Split a text into known words and the gaps between them, in the order of the text."""
    plain = " ".join(text.lower().replace("ё", "е").split())
    parts, end = list[Token](), 0
    for match in _TOKEN.finditer(plain):
        parts = _with_gap(parts, plain[end : match.start()])
        parts.append(Token(match.lastgroup or "", match.group()))
        end = match.end()
    return _with_gap(parts, plain[end:])


def _with_gap(parts: list[Token], between: str) -> list[Token]:
    """Add what lies between known words; «с» and «по» before it are words of it: «по итогам»."""
    gap = between.strip(_AROUND)
    if gap and parts and parts[-1].kind in ("from", "to"):
        return [*parts[:-1], Token("gap", f"{parts[-1].word} {gap}")]
    return [*parts, Token("gap", gap)] if gap else parts


def fault(parts: Sequence[Token]) -> tuple[str, str]:
    """Give the reason why words cannot be read and those words; empty where all can be.

    A time that is not of whole months comes first: it is never to be overlooked.
    """
    around = [Token("", ""), *parts, Token("", "")]
    gaps = [
        part
        for (before, part), (_, after) in zip(
            pairwise(around[:-1]), pairwise(around[1:]), strict=True
        )
        if part.kind == "gap" and not _tells_more(part.word, before.kind, after.kind)
    ]
    for part in gaps:
        if _FINER.search(part.word):
            return NOT_WHOLE_MONTHS, part.word
    return (UNKNOWN_WORDS, gaps[0].word) if gaps else ("", "")


def _tells_more(gap: str, before: str, after: str) -> bool:
    """Say whether words only name whose schedule or need it is: «по графику групп КПК»."""
    words = re.fullmatch(r"[а-я]{3,}(?: [а-я]{3,})*", gap) is not None
    follows = before in ("schedule", "demand") and after not in ("month", "year")
    return words and follows and not _FINER.search(gap)
