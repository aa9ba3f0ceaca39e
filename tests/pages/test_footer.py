"""The footer of every page of the menu names the program with its version."""

import pytest

from components.shell.navigation import SECTIONS
from data.program_version import PROGRAM_VERSION

NAMES = {"ru": "Монитор 500+", "en": "500+ Monitor"}


@pytest.mark.parametrize("language", sorted(NAMES))
@pytest.mark.parametrize("page", [name for names in SECTIONS.values() for name in names])
def test_the_footer_names_the_program_and_its_version(open_page, built, page, language):
    footer = [each.value for each in open_page(page, language=language).caption][-1]
    assert footer.endswith(f" · {NAMES[language]} {PROGRAM_VERSION} ·")
    assert built.version.name in footer
