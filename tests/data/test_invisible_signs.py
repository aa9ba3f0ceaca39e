"""Signs that nobody sees are cleaned where they are harmless, else refused, and always shown."""

import csv
import io
import unicodedata

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from data import invisible_signs
from data.errors import NOTE
from data.intake.declared import checks
from data.intake.received.receive import receive
from data.intake.spelling.vocabulary import heading
from data.schema import school
from tests.data.small_region import REGISTER
from tests.data.small_region import school as school_row

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
OTHERS = "\u200b\u200c\u200d\u2060\ufeff\x00\x07\x1b\x7f\x85\u2028\u3164\U000e0041"


def sent(name, declared):
    """A file of two schools, one of this name; its headings are declared or a template's."""
    rows = [school_row("s1", "60704000") | {"name": name}, school_row("s2", "60704000")]
    lines = io.StringIO()
    writer = csv.writer(lines, delimiter="," if declared else ";")
    writer.writerow([c.name if declared else heading(c) for c in school.columns])
    writer.writerows(row.values() for row in rows)
    return receive("школы.csv", lines.getvalue().encode(), REGISTER, school)


@pytest.mark.parametrize("sign", [*TURNING, *OTHERS])
def test_python_and_arrow_see_the_same_sign(sign):
    assert invisible_signs.first(f"a{sign}b") == f"U+{ord(sign):04X}"
    assert pc.match_substring_regex(pa.array([f"a{sign}b"]), invisible_signs.PATTERN)[0].as_py()


def test_every_sign_of_format_and_control_is_known():
    shown = set("\t\n\r\u00ad")  # breaks, and the hyphen that a break shows
    letters = {"Arabic", "Kaithi", "Syriac", "Egyptian", "Shorthand"}  # marks that are drawn
    unknown = [
        unicodedata.name(chr(code), f"U+{code:04X}")
        for code in range(0x110000)
        if unicodedata.category(chr(code)) in ("Cc", "Cf", "Zl", "Zp")
        and chr(code) not in shown
        and not invisible_signs.first(chr(code))
    ]
    assert [name for name in unknown if name.title().split()[0] not in letters] == []


def test_a_plain_name_is_left_alone():
    name = "МБОУ «СОШ № 5» им. А. С. Пушкина — филиал,\u00a0ё й 漢字 é ✔"
    assert invisible_signs.shown(name) == invisible_signs.without_unseen(name) == name


@pytest.mark.parametrize("declared", [True, False])
@pytest.mark.parametrize("sign", invisible_signs.HARMLESS)
def test_a_harmless_sign_is_taken_out_and_told(sign, declared):
    found = sent(f"Шко{sign}ла", declared)
    assert found.files[0].rows["name"].to_pylist() == ["Школа", "Школа s2"]
    assert [(p.rule, p.row, p.column, p.level) for p in found.problems] == [
        ("cleaned_signs", 2, "name", NOTE)
    ]
    assert checks.faults(found.files[0], {"municipality.oktmo": pa.array(["60704000"])}) == []


@pytest.mark.parametrize("declared", [True, False])
@pytest.mark.parametrize("sign", TURNING)
def test_a_sign_that_turns_the_line_is_refused_at_its_cell(sign, declared):
    found = sent(f"Школа {sign}5", declared)
    number = f"U+{ord(sign):04X}"
    faults = checks.faults(found.files[0], {"municipality.oktmo": pa.array(["60704000"])})
    assert [(p.rule, p.row, p.column, p.value, p.expected) for p in faults] == [
        ("invisible_sign", 2, "name", f"Школа [{number}]5", number)
    ]
