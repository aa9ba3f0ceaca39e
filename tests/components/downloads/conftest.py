from dataclasses import replace

import pytest

from components.downloads import About

DEMONSTRATION = About(
    title="Доля ниже порога",
    version="20261121T140512-ab12cd34",
    made_at="21 ноября 2026 г., 14:05",
    program="Монитор 500+ 12.3.4",
    program_version="12.3.4",
    demonstration=True,
    demonstration_mark="Демонстрационные данные",
    rows=(("Регион", "Ростовская область"), ("Источник", "=HYPERLINK(1)"), ("Строк", "2")),
    sheet_title="О данных",
    data_title="Данные",
    mark_title="Вид данных",
    version_title="Версия данных",
    program_title="Версия программы",
)


@pytest.fixture(scope="session")
def about():
    return DEMONSTRATION


@pytest.fixture(scope="session")
def published():
    return replace(DEMONSTRATION, demonstration=False)
