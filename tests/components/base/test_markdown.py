"""Texts lose every meaning on their way into Markdown; our own Markdown keeps its own."""

import pytest

from components.base.i18n import Words
from components.base.markdown import Markdown, as_text, joined, linked, strong
from components.base.shortened import listed, shortened

RU = Words("ru")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Школа № 5, 17.11.2022, 14:05", "Школа № 5, 17.11.2022, 14:05"),
        ("**жир**", r"\*\*жир\*\*"),
        ("[a](b) ![c](d)", r"\[a\](b) !\[c\](d)"),
        ("school_status", "school_status"),
        ("_a_ $x$ `c` ~~s~~", r"\_a\_ \$x\$ \`c\` \~\~s\~\~"),
        ("# a\n1. b\n- c", "\\# a\n1\\. b\n\\- c"),
        ("a\n\n    b", "a\n\n b"),
        ("   - a", r" \- a"),
        ("  1. a", r" 1\. a"),
        ("https://x", r"https:color[\:]//x"),
        ("www.x a@b.c", r":color[w]ww.x a:color[\@]b.c"),
        ("<b>&amp;", r"\<b>\&amp;"),
        ("a -> b", r"a :color[\-]> b"),
        ("a\u202eb", r"a\[U+202E\]b"),
    ],
)
def test_a_sign_with_a_meaning_loses_it(text, written):
    assert as_text(text) == written


def test_our_own_markdown_is_written_once():
    assert as_text(as_text("*")) == r"\*"
    assert strong("a*") == r"**a\***"
    assert joined(" · ", [strong("a"), "*"]) == r"**a** · \*"
    assert as_text(Markdown("**a**")) == "**a**"


def test_what_fills_a_gap_of_our_markdown_is_text():
    said = RU.marked("about.version", version="**x**", made="*y*")
    assert said == r"**Версия данных** \*\*x\*\*, собрана \*y\*."


def test_a_long_value_is_told_in_forty_signs():
    assert shortened("я" * 40) == "я" * 40
    assert shortened("я" * 41) == "я" * 39 + "…"
    assert shortened(" a\n\n b ") == "a b"


def test_a_notice_lists_five_values_and_counts_the_rest():
    assert listed([*"abcde"], RU) == "a; b; c; d; e"
    assert listed([*"abcdefg"], RU) == "a; b; c; d; e; и ещё 2"


def test_a_link_ends_where_its_address_does_and_its_words_are_text():
    written = linked("Школа [№ 1] *", "school?school=60-1&name=a b(c)d%28")
    assert written == r"[Школа \[№ 1\] \*](school?school=60-1&name=a%20b%28c%29d%28)"
    assert isinstance(written, Markdown)
