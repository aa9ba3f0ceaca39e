"""Name the documents that numbers rest on, in the reader's language."""

from components.base.i18n import Words
from components.base.load import load
from queries import sources


def source(text: str, words: Words) -> str:
    """Name the documents behind the codes of a source cell; an address stays as it is."""
    titles = load(sources.documents).set_index("source")
    parts = [part.strip() for part in text.split(";")]
    return "; ".join(
        words.pick(titles.loc[part], "title") if part in titles.index else part for part in parts
    )
