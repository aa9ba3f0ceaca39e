"""Draw what would change if the rule that is tried became the region's, and the way to that."""

from functools import partial

import streamlit as st

from components.base import table_names
from components.base.choices import region_name, rule_numbers
from components.low_performing import kept_rule
from components.low_performing.choice import ListView
from components.low_performing.kept_rule import Change
from components.shell import handing, listing
from components.shell.page import Page
from data.intake.declared.nameless import names_a_person
from data.schema import region_setting

SOURCE = "rule_source"
LONGEST = 200
"""Letters of a source."""


def draw(page: Page[ListView]) -> None:
    """Draw the numbers before and after, a box for their ground, and the ways of their file."""
    words, view = page.words, page.view
    with st.expander(words("low_performing.keep_title"), key="keeping_rule"):
        if not kept_rule.can_be_kept(view):
            st.write(words("low_performing.keep_either"))
            return
        changed = kept_rule.changes(view)
        if not changed:
            st.write(words("low_performing.keep_nothing"))
            return
        region, version = region_name(view.region, words), page.version["name"]
        st.write(words("low_performing.keep_help", region=region, version=version))
        _numbers(page, changed)
        if refused := [each for each in changed if each.is_refused]:
            least = words.number(refused[0].least)
            st.warning(words("low_performing.keep_loosened", least=least))
            return
        if any(each.setting == kept_rule.SETTINGS["least"] for each in changed):
            st.caption(words("low_performing.keep_least"))
        _ways(page, changed)


def _numbers(page: Page[ListView], changed: tuple[Change, ...]) -> None:
    """List each number of the rule by its name, as it is and as it would be."""
    words, view = page.words, page.view
    named = rule_numbers(view.region)
    head = [
        words("low_performing.keep_number"),
        words("low_performing.keep_before"),
        words("low_performing.keep_after"),
    ]
    rows = [
        [
            words.pick(named.loc[each.setting], "name"),
            words.number(each.before),
            words.number(each.after),
        ]
        for each in changed
    ]
    listing.draw(head, rows)


def _ways(page: Page[ListView], changed: tuple[Change, ...]) -> None:
    """Ask for the ground of the rule; with it the file can be published or taken."""
    words, region = page.words, page.view.region
    label = words("low_performing.keep_source")
    source = st.text_input(label, key=SOURCE, max_chars=LONGEST).strip()
    if not source:
        st.caption(words("low_performing.keep_source_help"))
        return
    if names_a_person(source):
        st.warning(words("decisions.fault_person"))
        return
    name = f"{table_names.title(region_setting.name, words)} {region}.xlsx"
    made = partial(kept_rule.intake_file, region, changed, source, words.language)
    with st.container(horizontal=True, vertical_alignment="center", key="rule_ways"):
        handing.draw(page, "rule", name, made)
