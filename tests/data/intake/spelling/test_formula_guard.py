"""No text of a CSV runs, however its first sign is written or hidden; each comes back the same."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.intake.spelling.formula_guard import guarded, unguarded

ALL = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code <= 0xDFFF]
SIGNS = [sign for sign in ALL if unicodedata.normalize("NFKC", sign) in ("=", "+", "-", "@")]
UNSEEN = [
    s for s in ALL if s.isspace() or unicodedata.category(s) in ("Cc", "Cf", "Zs", "Zl", "Zp")
]
WILD = st.text(st.sampled_from(["'", "\t", "\r", "\n", "a", "1", "|", *SIGNS, *UNSEEN]), max_size=6)


@pytest.mark.parametrize(
    "text",
    [
        "=1",
        "+1",
        "-1",
        "@a",
        "\ta",
        "\ra",
        "\na",
        "  =1",
        "\n\t=1",
        "\u00a0-1",
        "\ufeff=1",
        "\u200b＝1",
    ]
    + ["＝1+1", "＋7", "－5", "＠SUM(A1)", "=cmd|' /C calc'!A0", "'=1", "''＝1", "\u2060\u200e=1"],
)
def test_text_that_would_run_is_guarded(text):
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["", "а = б", "2 из 3", "−1", "a-b", "'", "'а'", "«=1»", "– да"])
def test_other_text_is_left_alone(text):
    assert guarded(text) == unguarded(text) == text


def test_every_way_to_write_a_sign_is_known_behind_every_sign_that_is_not_seen():
    assert [sign for sign in SIGNS if guarded(sign) == sign] == []
    assert [sign for sign in UNSEEN if guarded(f"{sign}=1") == f"{sign}=1"] == []


@given(WILD)
def test_whatever_is_guarded_comes_back(text):
    assert unguarded(guarded(text)) == text


@given(WILD)
def test_nothing_that_leaves_begins_as_a_formula(text):
    seen = unicodedata.normalize("NFKC", guarded(text).lstrip("".join(UNSEEN)))
    assert not seen.startswith(("=", "+", "-", "@"))
