"""Own data in: templates, files, remarks, what would change, publication."""

import streamlit as st

from components.import_data import (
    files,
    first_hour,
    publishing_form,
    recipe_form,
    screening,
    template_files,
)
from components.import_data.choice import ImportView
from components.shell import offering, page

p = page.begin("import_data", ImportView, (), first_hour.narrowed)
offering.tell_fallen(p, ("wanted",))
publishing_form.message(p.words)
first_hour.steps(p)
with st.expander(p.words("import_data.templates")):
    template_files.draw(p.words)
publishing_form.refused(p.words, "upload")
brought = files.draw(p.words)
recipe_form.draw_first(brought, p)
for each in brought:
    recipe_form.used(each, p.words)
if brought:
    screening.draw(brought, p.words)
else:
    first_hour.draw(p)
page.end(p)
