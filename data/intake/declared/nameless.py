"""Tell persons' names in texts that are about roles and deeds: a surname beside its initials.

Full names are found before rows are declared (`data.intake.received.personal`); a surname with
initials is common in names of schools too, so only columns that declare themselves nameless are
looked at.
"""

import re

MASK = "•••"
"""Stands for what was found: personal data are not repeated, not even to the one who sent them."""

_SURNAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_INITIALS = r"[А-ЯЁ]\. ?[А-ЯЁ]\."
_NAMED_AFTER = re.compile(rf"(?:имени|им\.?) ?(?:{_INITIALS} ?{_SURNAME}|{_SURNAME} {_INITIALS})")
"""Of an institution: «лицей им. А. С. Пушкина» names nobody who answers for anything."""

_PERSON = re.compile(
    rf"(?<![А-ЯЁа-яё])(?:{_SURNAME} {_INITIALS}|{_INITIALS} ?{_SURNAME})(?![А-ЯЁа-яё])"
)


def names_a_person(text: str | None) -> bool:
    """Say whether a text holds a surname with two initials that no institution is named after."""
    return _PERSON.search(_NAMED_AFTER.sub(" ", text or "")) is not None
