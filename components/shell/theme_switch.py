"""Switch between light and dark: Streamlit keeps the choice in the browser, by page."""

import json

import streamlit as st

from components.base.i18n import Words

# Streamlit 1.67 reads this key of the browser's local storage at start, one for each path, and
# offers no call to set it; its own menu is hidden and English.
SCRIPT = """
<button id="theme_switch" type="button" aria-label="{label}" title="{label}">{symbol}</button>
<script>
(() => {{
  document.documentElement.lang = "{language}";  // Streamlit says "en" whatever the page speaks
  const button = document.getElementById("theme_switch");
  if (!button) return;
  button.onclick = () => {{
    const here = window.location.pathname.replace(/[^/]*$/, "");
    for (const name of {names}) {{
      localStorage.setItem("stActiveTheme-" + here + name + "-v2", JSON.stringify("{other}"));
    }}
    window.location.reload();
  }};
}})();
</script>
"""


def draw(words: Words, theme: str, names: list[str]) -> None:
    """Draw the button that turns all pages to the other theme and loads the view again."""
    to_dark = theme != "dark"
    st.html(
        SCRIPT.format(
            label=words("theme.to_dark" if to_dark else "theme.to_light"),
            language=words.language,
            symbol="☾" if to_dark else "☀",
            names=json.dumps(names),
            other="Dark" if to_dark else "Light",
        ),
        unsafe_allow_javascript=True,
    )
