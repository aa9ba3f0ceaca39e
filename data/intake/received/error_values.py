"""Recognise the error values of spreadsheets; a module of its own, as every process imports it."""

import re

ERROR = r"(?i)^(#([^\s!?#]+[!?]|n/?a|н/д|getting_data)|(err|ошибка):\d{3})$"
"""What Excel and LibreOffice show for a formula that failed, in English or Russian: #N/A, #ДЕЛ/0!,
Err:502. Arrow's expressions read it as Python's do."""
LONGEST = 80
"""No error value is longer; what is, is somebody's text."""
NO_NAME = "#N/A"
"""Stands for an error that has no text or not the text of one: what it is matters less than that it
is."""

NO_RESULT = "#НЕ_ВЫЧИСЛЕНО!"
"""Stands in a cell whose formula was saved without its result: what it comes to nobody knows."""

_ERROR = re.compile(ERROR)


def is_error(text: str) -> bool:
    """Say whether the whole of a text is the error value of a formula."""
    return len(text) <= LONGEST and bool(_ERROR.fullmatch(text))


def error_text(text: str) -> str:
    """Give an error's own text if it is a known error value, else NO_NAME."""
    return text if is_error(text) else NO_NAME
