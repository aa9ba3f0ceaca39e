"""Texts that Streamlit's Markdown, HTML and formulas would make something of, sign by sign."""

FOREIGN = "foreign.example"
"""A host that no page may ask or lead to."""

MARKS = {
    "boldmade": "**boldmade**",
    "linkmade": f"[linkmade](http://{FOREIGN}/x)",
    "imagemade": f"![imagemade](http://{FOREIGN}/p.png)",
    "bmade": "<b>bmade</b>",
    "srcmade": f"<img/srcmade src=http://{FOREIGN}/i>",
    "redmade": ":red[redmade]",
    "texmade": "$texmade^2$",
    "codemade": "`codemade`",
    "delmade": "~~delmade~~",
    "emmade": "_emmade_",
}
"""Each mark with a word of its own, so that a page tells which of them became something."""

SHORT = ":smile: :material/home: :streamlit: :help[x] a -> b -- c &amp; x@foreign.example"
POISON = " ".join([*MARKS.values(), SHORT, f"www.{FOREIGN} http://{FOREIGN}/y"])
LINES = "a\n# h\n- x\n1. y\n\n    p\n\n> q\nc|d\n-|-\n1|2\n===\n\n:::n\nz\n:::\n\n[^1]\n\n[^1]: f"
"""Lines that would be headings, lists, a program, a quotation, a table, a note."""

SIGNS = "ab1. \n\\`*_{}[]()#+-!|~$<>&;:/@=^\"'wЖё№«—"
"""What random texts are made of: every sign that has a meaning, and some that have none."""

BEGINNINGS = {
    mark: text[: text.index(mark) + len(mark)].lstrip(":") for mark, text in MARKS.items()
}
"""What stands before each word where nothing became of its mark: `**boldmade`; but a colon, which
stands by itself."""
