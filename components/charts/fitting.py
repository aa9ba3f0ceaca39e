"""Making words fit: widths are estimated, since no font is at hand where the spec is built.

Source Sans sets Russian at 0.40 to 0.50 of the font size per letter, and a space at 0.20.
"""

_LETTER, _SPACE = 0.48, 0.24
_VOWELS = "аеёиоуыэюяaeiouy"


def width_of(text: str, size: float) -> float:
    """Estimate how wide a line of text is, in px."""
    spaces = text.count(" ") + text.count("\N{NO-BREAK SPACE}")
    return (len(text) * _LETTER - spaces * (_LETTER - _SPACE)) * size


def size_for(text: str, width: float, largest: float = 13, smallest: float = 12) -> float:
    """Choose the largest font size (px, by halves) at which a text fits, or the smallest."""
    size = largest
    while size > smallest and width_of(text, size) > width:
        size -= 0.5
    return size


def cut(text: str, width: float, size: float) -> str:
    """Shorten a text with an ellipsis so that it fits."""
    room = int(width / (size * _LETTER))
    return text if width_of(text, size) <= width else text[: max(room - 1, 1)].rstrip() + "…"


def wrapped(text: str, width: float, size: float, most: int = 3) -> list[str]:
    """Break a title into at most `most` lines, long words by syllables, the rest cut off."""
    room = max(int(width / (size * _LETTER)), 4)
    lines: list[str] = []
    for word in text.split():
        pieces = _hyphenated(word, room)
        if lines and len(lines[-1]) + 1 + len(pieces[0]) <= room:
            lines[-1] += f" {pieces.pop(0)}"
        lines += pieces
    if len(lines) > most:
        lines[most - 1] = lines[most - 1][: room - 1].rstrip("- ") + "…"
    return lines[:most]


def _hyphenated(word: str, room: int) -> list[str]:
    if len(word) <= room:
        return [word]
    breaks = [i for i in range(2, min(room, len(word) - 2)) if _syllable_ends(word.lower(), i)]
    at = breaks[-1] if breaks else room - 1
    joint = "" if word[at - 1] == "-" else "-"
    return [word[:at] + joint, *_hyphenated(word[at:], room)]


def _syllable_ends(word: str, at: int) -> bool:
    """Whether a break may stand before letter `at`: под-твер-жде-но, never меропри-ятие."""
    before, after = word[at - 1], word[at]
    if after in _VOWELS or after in "ьъй" or not any(c in _VOWELS for c in word[at:]):
        return False
    if before in _VOWELS:
        return word[at + 1] in _VOWELS
    return before == "-" or word[at - 2] in _VOWELS


def abbreviated(names: list[str], letters: int = 8) -> list[str]:
    """Shorten municipalities' names for a small tile, keeping every two of them apart.

    «Азовский район» → «Азовский», «г. Азов» → «Азов», «Матвеево-Курганский район» →
    «Мат-Кур.». Where two would be the same, the district's is marked: «Волго. р».
    """
    short = [_short(name, letters) for name in names]
    return [
        _short(name, letters - 2) + " р"
        if short.count(text) > 1 and name.endswith("район")
        else text
        for name, text in zip(names, short, strict=True)
    ]


def bare(name: str) -> str:
    """Drop what many names share: «район», «ГО», «г.», «город»."""
    name = name.removesuffix(" район").removesuffix(" ГО")
    return name.removeprefix("г. ").removeprefix("город ").strip()


def _short(name: str, letters: int) -> str:
    text = bare(name)
    if len(text) <= letters:
        return text
    first, _, second = text.partition("-")
    if second[:1].isupper():
        start = first if len(first) <= 4 else first[:3]
        return f"{start}-{second[: letters - len(start) - 2]}."
    if second and len(first) <= letters:
        return first
    return f"{text[: letters - 1]}."
