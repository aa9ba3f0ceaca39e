"""The fingerprint of a slide changes with every word and number of it, and with nothing else."""

from dataclasses import fields, replace

import pytest

from components.slides.slide import Column, Native, Series, Slide

SLIDE = Slide(
    page="dynamics",
    link="dynamics?region=60",
    finding="Когорта 2021: эффект не доказан",
    detail="от −4,3 до 0,8",
    scope="Ростовская область · 2022",
    columns=(Column("share", "Доля, %", "percent"),),
    rows=((12.5,), (None,)),
    source="doc",
    version="20261128T000000-aaaaaaaa",
    made_at="28.11.2026, 14:05",
    language="ru",
    demonstration="Демонстрационные данные",
    notes=("Нельзя использовать для рейтинга.",),
    spec={"width": 600},
    description="Линии",
    native=Native("lines", ("2021",), (Series("A", (12.5,)),), "%"),
)
OTHERWISE = {
    "columns": (Column("share", "Доля, %", "decimal"),),
    "rows": ((12.5,), (0,)),
    "notes": (),
    "spec": {"width": 601},
    "native": Native("lines", ("2021",), (Series("A", (None,)),), "%"),
}


@pytest.mark.parametrize("field", [field.name for field in fields(Slide)])
def test_each_part_of_a_slide_is_in_its_fingerprint(field):
    other = replace(SLIDE, **{field: OTHERWISE.get(field, "other")})
    assert other.fingerprint != SLIDE.fingerprint


def test_what_is_equal_has_one_fingerprint():
    assert replace(SLIDE).fingerprint == SLIDE.fingerprint
    assert len(SLIDE.fingerprint) == 64
