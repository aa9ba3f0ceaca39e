"""Find personal data, which are not allowed here: by headings, and by what cells look like."""

import re

from data.intake.declared import nameless
from data.intake.spelling.vocabulary import plain

MASK = nameless.MASK

_PARTS_OF_A_NAME = {"имя", "фамилия", "отчество", "инициалы", "surname", "patronymic", "firstname"}
_SIGNS_OF_A_PERSON = {
    "фио",
    "снилс",
    "e-mail",
    "email",
    "mail",
    "емейл",
    "тел",
    "телефон",
    "телефоны",
    "телефона",
    "телефонов",
    "phone",
    "passport",
    "birthday",
    "snils",
    "почта",
    "почты",
}
_PHRASES = re.compile(
    r"дат[аы] рождения|год рождения|(first|last|full) name|date of birth|birth date|"
    r"^паспорт$|паспортн|паспорт.{0,12}(сери|номер|выдан|учител|ученик)|(сери|номер).{0,12}паспорт"
)
_NOT_A_PERSON = re.compile(r"имя (школы|файла|оо|оу|организации|муниципалитета|столбца|листа)")

_SNILS = re.compile(r"(?<!\d)(\d{3})[- ](\d{3})[- ](\d{3})[- ]{0,2}(\d{2})(?!\d)")
_BARE_SNILS = re.compile(r"\d{11}")
_PHONE = re.compile(
    r"(?<![\d.])(?:\+7|8)[ (\-]{1,3}\d{3,5}[ )\-]{1,3}\d{1,3}[ -]?\d{2}[ -]?\d{2}(?!\d)"
    r"|\+7\d{10}(?!\d)|\(\d{3,5}\) ?\d{1,3}-\d{2}-\d{2}(?!\d)"
)
_BARE_PHONE = re.compile(r"[78][3489]\d{9}")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WORD = r"[А-ЯЁ](?:[а-яё]+|[А-ЯЁ]+)(?:-[А-ЯЁ][А-ЯЁа-яё]+)?"
_FATHER = (
    r"(?:[А-ЯЁ][а-яё]*(?:ович|евич|ьич|ична|овна|евна)|[А-ЯЁ]+(?:ОВИЧ|ЕВИЧ|ЬИЧ|ИЧНА|ОВНА|ЕВНА))\b"
)
_NAME = re.compile(rf"\b{_WORD} +{_WORD} +({_FATHER})|\b{_WORD} +({_FATHER}) +{_WORD}")
PROMISING = r"@|\d[\d ()+-]{8,}\d|(?:[оеОЕ][вВ]|[ьЬ])[иИ][чЧ]|[иИ][чЧ][нН][аА]|[оеОЕ][вВ][нН][аА]"
"""What any personal datum holds; cells without it need no second look. RE2 reads it too."""
_PROMISING = re.compile(PROMISING)
_SPACES = re.compile(r"\s+")


def in_heading(text: str) -> bool:
    """Say whether a heading is of personal data: ФИО, СНИЛС, телефон, e-mail and the like."""
    bare = plain(text)
    if _NOT_A_PERSON.search(bare):
        return False
    words = set(re.findall(r"[\w-]+", bare)) | {re.sub(r"[\s.]", "", bare)[:3]} & {"фио"}
    return bool(words & (_SIGNS_OF_A_PERSON | _PARTS_OF_A_NAME) or _PHRASES.search(bare))


def in_cell(text: str, numbers_too: bool, known: frozenset[str] = frozenset()) -> bool:
    """Say whether a cell holds a SNILS, a phone, an e-mail or a person's full name.

    With `numbers_too` eleven bare digits count, which in a column of codes they do not. `known`
    are words that look like patronymics and are none: «Богданович» is a town.
    """
    if not _PROMISING.search(text):
        return False
    spaced = _SPACES.sub(" ", text)
    if _MAIL.search(spaced) or _PHONE.search(spaced):
        return True
    if any(_is_snils("".join(found)) for found in _SNILS.findall(spaced)):
        return True
    bare = spaced.strip()
    if numbers_too and _BARE_SNILS.fullmatch(bare):
        return _is_snils(bare) or _BARE_PHONE.fullmatch(bare) is not None
    return any(plain(found[1] or found[2]) not in known for found in _NAME.finditer(spaced))


def _is_snils(digits: str) -> bool:
    """Check the last two digits against the sum of the first nine, weighted 9 to 1."""
    total = sum(
        int(digit) * weight for digit, weight in zip(digits[:9], range(9, 0, -1), strict=True)
    )
    return total > 0 and total % 101 % 100 == int(digits[9:])
