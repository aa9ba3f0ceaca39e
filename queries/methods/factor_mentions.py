"""Find which texts name a risk factor: a search by words, for no table ties texts to factors.

A text that names a factor need not help with it, and one that helps may not name it. So what is
found is told as naming, with the words it was found by.
"""

import re

WORDS: dict[str, tuple[str, ...]] = {
    "RF-EQUIP": ("оснащ", "оборудован", "материально техническ"),
    "RF-STAFF": ("кадр", "вакан", "молод педагог", "молод учител", "молод специалист"),
    "RF-FAIL": (
        *("неуспешн", "индивидуальн прогресс", "учебн трудност", "учебн проблем"),
        "учебн и поведенческ проблем",
    ),
    "RF-COMP": (
        *("повышен квалификац", "дефицит педагог", "профессиональн дефицит"),
        *("профессиональн развити", "предметн компетент", "методическ компетент"),
    ),
    "RF-SEN": (
        *("овз", "инклюз", "ограниченн возможност", "особ потребност"),
        "особ образовательн потребност",
    ),
    "RF-LANG": ("языков", "мигрант", "инофон", "билингв"),
    "RF-MOTIV": (
        *("учебн мотивац", "мотивац обучающ", "мотивац учащ", "мотивац учен"),
        *("мотивац школьник", "мотивационн риск"),
    ),
    "RF-CLIMATE": ("климат", "благополуч", "школьн сред", "травл", "буллинг"),
    "RF-DISC": ("дисциплин в класс", "дисциплин обучающ", "поведен", "девиантн", "агрессивн"),
    "RF-PAR": ("родител", "семей", "семья", "семьи", "семье", "семью", "законн представител"),
}
"""Beginnings of words by factor; of several words each begins so, one after the other."""

_WORD = re.compile("[a-zа-я]+")


def named_in(text: str) -> tuple[str, ...]:
    """List the factors that a text names, in the order of WORDS.

    >>> named_in("Вести профилактику учебной неуспешности вместе с родителями")
    ('RF-FAIL', 'RF-PAR')
    """
    told = _parts(text)
    return tuple(code for code, ways in WORDS.items() if any(_stands(way, told) for way in ways))


def shown(code: str) -> str:
    """Write the words of a factor for a reader: «родител…», «законн… представител…»."""
    return ", ".join(" ".join(f"{part}…" for part in way.split()) for way in WORDS.get(code, ()))


def _stands(way: str, told: list[str]) -> bool:
    """Tell whether words that begin so stand in a text, one after the other."""
    wanted = way.split()
    starts = range(len(told) - len(wanted) + 1)
    return any(
        all(word.startswith(part) for word, part in zip(told[place:], wanted, strict=False))
        for place in starts
    )


def _parts(text: str) -> list[str]:
    """Split a text into words of small letters; «ё» counts as «е»."""
    return _WORD.findall(text.lower().replace("ё", "е"))
