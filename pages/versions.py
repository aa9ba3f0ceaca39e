"""Data versions: who published what and why, looking at an older one, going back, why a number."""

import streamlit as st

from components.import_data import corrected_facts, publishing_form
from components.shell import page
from components.versions import changed_number, older_layout, version_list
from data import store
from data.intake.publishing.history import history
from queries.view import View

p = page.begin("versions", View, ())
publishing_form.message(p.words)
corrected_facts.draw(p.words)
older_layout.draw(p.words)
entries = history(store.folder())
version_list.draw(entries, p.words)
st.subheader(p.words("versions.why_title"), anchor=False)
changed_number.draw(p, entries)
page.end(p)
