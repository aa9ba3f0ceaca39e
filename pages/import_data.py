"""Own data in: templates, files, remarks, what would change, publication."""

import streamlit as st

from components.import_data import files, publishing_form, recipe_form, screening, template_files
from components.shell import page
from queries.view import View

p = page.begin("import_data", View, ())
publishing_form.message(p.words)
with st.expander(p.words("import_data.templates")):
    template_files.draw(p.words)
publishing_form.refused(p.words, "upload")
brought = files.draw(p.words)
for each in brought:
    for grid in each.received.unknown:
        recipe_form.draw(each, grid, p)
    recipe_form.used(each, p.words)
if brought:
    screening.draw(brought, p.words)
else:
    st.markdown(p.words.marked("import_data.steps"))
page.end(p)
