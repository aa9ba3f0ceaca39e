"""Make the answer to one request of a program: rows, a list of addresses, or what went wrong."""

import hashlib
import json
import logging
import secrets
from functools import partial
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import Response

from components.base.i18n import Words
from components.base.rights import Right
from components.scripts import askers, description, headless, versions
from components.scripts.forms import FORMS, JSON
from components.scripts.headless import Asked, Run
from components.scripts.refusals import STATUS, RefusedError
from components.scripts.rows import PAGES, listed, written
from components.shell.front_door import reader_language
from data import first_start, store
from data.errors import ReaderError
from data.program_version import PROGRAM_VERSION

BELOW = "rows/"
"""Where the addresses for programs begin."""

DESCRIPTION = "openapi.json"

LOG = logging.getLogger(__name__)
ALWAYS = {
    "Cache-Control": "private, no-cache",
    "Vary": "Authorization, Accept-Language",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def answer(request: Request, path: str) -> Response:
    """Answer a request for what stands below `rows/`."""
    words = Words(reader_language(request))
    try:
        return _answer(request, path, words)
    except RefusedError as error:
        return _refused(error, words)
    except ReaderError as error:
        parts = (words(f"error.{error.code}.{part}") for part in ("text", "mend"))
        said = " ".join(part.format_map(error.details) for part in parts)
        return _json({"error": error.code, "text": said}, 503, {})
    except Exception:
        number = secrets.token_hex(4)
        LOG.exception("mistake %s at rows/%s", number, path)
        said = words("scripts.mistake", number=number)
        return _json({"error": "mistake", "text": said}, 500, {})


def _answer(request: Request, path: str, words: Words) -> Response:
    if request.method not in ("GET", "HEAD"):
        raise RefusedError("no_method")
    right = askers.right(request)
    if path == DESCRIPTION:
        return _json(description.openapi(words), 200, {})
    if first_start.is_needed(store.folder()):
        raise RefusedError("not_ready")
    if path == "versions.json":
        return _json(versions.changes(words), 200, {})
    page, subject, form = _parts(path)
    link = {**dict(request.query_params), "language": words.language}
    tag = _tag(path, link, right)
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers={**ALWAYS, "ETag": tag})
    asked = Asked(page, link, right)
    if not subject:
        found = headless.run(asked, partial(_list, asked))
        return _json(found, 200, {"ETag": tag})
    file = headless.run(asked, partial(written, asked, subject, form))
    headers = {
        "ETag": tag,
        "Content-Disposition": f'attachment; filename="{file.name}"',
        "X-Monitor-Version": file.version,
        # Headers are in ASCII: words stand in them as in an address.
        "X-Monitor-Notices": quote("\n".join(file.notices)),
    }
    return Response(file.content, headers=ALWAYS | headers, media_type=FORMS[form].mime)


def _list(asked: Asked, run: Run) -> dict[str, object]:
    query = urlencode(asked.link)
    return listed(asked, run, lambda subject, form: f"{asked.page}/{subject}.{form}?{query}")


def _parts(path: str) -> tuple[str, str, str]:
    """Take an address apart: page, table and form; a page alone lists its tables."""
    page, _, file = path.removesuffix("" if "/" in path else ".json").partition("/")
    subject, _, form = file.partition(".")
    if page not in PAGES or (file and (not subject or form not in FORMS)) or path.endswith("/"):
        raise RefusedError("no_address")
    return page, subject, form


def _tag(path: str, link: dict[str, str], right: Right) -> str:
    """Name an answer by all that it depends on: program, version, address, link and right."""
    seen = "*" if right.municipalities is None else ",".join(sorted(right.municipalities))
    named = [PROGRAM_VERSION, store.current().name, path, seen, *sorted(map(str, link.items()))]
    return f'"{hashlib.sha256(json.dumps(named).encode()).hexdigest()[:32]}"'


def _refused(error: RefusedError, words: Words) -> Response:
    status = STATUS[error.code]
    said = words(f"scripts.{error.code}").format(described=f"{BELOW}{DESCRIPTION}")
    headers = {401: {"WWW-Authenticate": "Bearer"}, 405: {"Allow": "GET, HEAD"}}.get(status, {})
    return _json({"error": error.code, "text": said, **error.more}, status, headers)


def _json(said: object, status: int, headers: dict[str, str]) -> Response:
    content = json.dumps(said, ensure_ascii=False).encode()
    return Response(content, status, {**ALWAYS, **headers}, JSON)
