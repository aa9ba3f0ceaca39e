"""Streamlit's own English words that no setting and no style of ours can replace or hide.

Each stands with where a reader meets it. `toolbarMode = "minimal"` already hides the main menu
and the deploy button, `placeholder=` replaces the select box's own prompt.
"""

IN_RUSSIAN = {
    "Skip to main content": "first stop of the Tab key; not seen by a mouse reader",
    "Sidebar": "name of the menu's region for a screen reader",
    "App pages": "name of the list of pages for a screen reader",
    "Collapse sidebar": "button that closes the menu, name for a screen reader",
    "Expand sidebar": "button that opens a closed menu, name for a screen reader",
    "Upload": "button of the place for files; our own word is drawn over it",
    "file upload": "the field behind that button, name for a screen reader",
    "Open": "arrow of a select box, name for a screen reader",
    "Dismiss": "way out of an open select box, for a screen reader",
    "No results": "an open select box in which nothing matches what was typed",
    "Copy to clipboard": "button of the address under «Ссылка», name for a screen reader",
}
