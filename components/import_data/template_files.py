"""Offer the templates that a region fills in: one table, or all of them."""

import streamlit as st

from components.base import table_names
from components.base.i18n import Words
from components.base.load import load
from components.downloads import XLSX_TYPE
from components.import_data import files
from data.intake.returned import templates
from data.schema import INTAKE_TABLES, metadata
from queries import lookups


def draw(words: Words) -> None:
    """Draw the choice of a table and its files; they are written when they are asked for."""
    language = words.language
    # By its name: Streamlit copies what is chosen, and with a table the whole schema.
    name = st.selectbox(
        words("import_data.table"),
        [str(table.name) for table in INTAKE_TABLES],
        format_func=lambda name: table_names.title(name, words),
        key=f"template_table_{words.language}",
        placeholder=words("import_data.table"),
    )
    table, title = metadata.tables[name], table_names.title(name, words)
    with st.container(horizontal=True, key="template_files"):
        st.download_button(
            words("import_data.template_xlsx"),
            data=lambda: templates.workbook(table, _offered(), language),
            file_name=f"{title}.xlsx",
            mime=XLSX_TYPE,
            on_click="ignore",
        )
        st.download_button(
            words("import_data.template_csv"),
            data=lambda: templates.csv_header(table),
            file_name=f"{title}.csv",
            mime="text/csv",
            on_click="ignore",
        )
        st.download_button(
            words("import_data.template_all"),
            data=lambda: templates.archive({t.name: _offered() for t in INTAKE_TABLES}, language),
            file_name=words("import_data.template_all_name"),
            mime="application/zip",
            on_click="ignore",
        )


def one(name: str, words: Words, key: str) -> None:
    """Draw the template of one table under the table's name."""
    title = table_names.title(name, words)
    table, language = metadata.tables[name], words.language
    st.download_button(
        title,
        data=lambda: templates.workbook(table, _offered(), language),
        file_name=f"{title}.xlsx",
        mime=XLSX_TYPE,
        key=f"template_{key}",
        type="tertiary",
        icon=":material/download:",
        on_click="ignore",
    )


def _offered() -> dict[str, list[str]]:
    """Offer what the declaration does not list: municipalities by name and ОКТМО, event codes."""
    register = files.register_offered()
    return {
        "oktmo": [register.label(oktmo) for oktmo in register.codes],
        "event": list(load(lookups.events)["code"]),
    }
