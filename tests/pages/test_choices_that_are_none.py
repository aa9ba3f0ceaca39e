"""A choice of a link that is none is told on whatever page it is of, and never passed over."""

from typing import get_type_hints

import pytest

from components.base.i18n import Words
from queries.view import OfRegion, own_values
from tests.kinds_of_views import by_page

NOWHERE, OTHER_YEAR = "nowhere-99", 1999
MANY = 100
"""Numbers of which there are more are years."""


def unknown(kind, field):
    """A value that a link may hold and no data have."""
    values = own_values(kind)[field]
    if not values or not all(isinstance(value, int) for value in values):
        return NOWHERE
    is_row = OfRegion() in get_type_hints(kind, include_extras=True)[field].__metadata__
    last = OTHER_YEAR if len(values) > MANY else max(values)
    return str(last if is_row else last + 1)


ASKED = [
    (page, field, unknown(kind, field))
    for page, kind in by_page().items()
    for field in own_values(kind)
]


WITHOUT_THE_CODE = {("show", "story"): "show.not_found"}
"""Texts that tell of a choice without its code, which no reader has ever seen."""


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize(("page", "field", "value"), ASKED)
def test_what_a_link_names_and_nobody_has_is_told(open_page, page, field, value, language):
    reader = open_page(page, region="60", language=language, **{field: value})
    said = [each.value for each in [*reader.warning, *reader.caption, *reader.markdown]]
    told = WITHOUT_THE_CODE.get((page, field))
    assert any((Words(language)(told) if told else value) in each for each in said)
