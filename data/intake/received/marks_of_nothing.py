"""Know what people write where a number is not known: «н/д», «–», «…», «x», «нет данных»."""

import re

_MARK = re.compile(
    r"н/?д|н\. ?д\.?|б/д|нет( данных| сведений)?|[-–—−….*xх]+|отсутству\w+|"
    r"не (участвовал|сдавал)\w*",
    re.IGNORECASE,
)


def is_mark(text: str) -> bool:
    """Say whether a text is one of these marks; whether it means nothing is a person's to say."""
    return bool(_MARK.fullmatch(text))
