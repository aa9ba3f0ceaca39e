"""Ask who changes the data and why, wherever a person does."""

from streamlit.delta_generator import DeltaGenerator

from components.base.i18n import Words
from components.shell import access


def who_and_why(asked: DeltaGenerator, words: Words, key: str) -> tuple[str, str]:
    """Ask who publishes and why; a signed-in editor is known already."""
    left, right = asked.columns([1, 2])
    name = access.name()
    who = left.text_input(
        words("publish.who"), value=name, disabled=bool(name), key=f"{key}_who", max_chars=80
    )
    why = right.text_input(words("publish.why"), key=f"{key}_why", max_chars=200)
    # The field of a signed-in editor is disabled in the browser only: what it sends is not asked.
    return name or who, why
