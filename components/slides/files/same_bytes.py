"""Write packed files without the hour, so that the same story is the same bytes."""

import io
import re
import zipfile

DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that a ZIP can tell."""

_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
_WORKBOOK = ".xlsx"


def archive(files: dict[str, bytes]) -> bytes:
    """Pack files under their names, in their order."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, written in files.items():
            about = zipfile.ZipInfo(name, DAY)
            about.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(about, written)
    return content.getvalue()


def without_hour(office_file: bytes) -> bytes:
    """Pack an office file anew without its hour, the workbooks of its charts too."""
    files = {}
    with zipfile.ZipFile(io.BytesIO(office_file)) as packed:
        for name in packed.namelist():
            content = packed.read(name)
            if name.endswith(_WORKBOOK):
                content = without_hour(content)
            elif name == "docProps/core.xml":
                content = _STAMP.sub(rb"\g<1>2000-01-01T00:00:00Z\2", content)
            files[name] = content
    return archive(files)
