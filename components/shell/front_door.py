"""Answer a browser before the program of the pages runs in it: the first page, a wrong address.

Streamlit has one page of HTML for every address, in English and with words of its own for a lost
connection. The door writes that page in the reader's language, with a script that says in our
words what only the browser knows, and tells an address of no page by an answer 404.
"""

import functools
import re
from pathlib import Path
from urllib.parse import parse_qs

from markupsafe import Markup
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config

from components.base.i18n import Words
from components.base.markup import written
from components.shell.navigation import FORMER, FRONT, SECTIONS
from data import store
from data.errors import ReaderError
from data.texts import LANGUAGES

VERSION = "current_version"
"""The address at which an open page asks which version is in use."""

TOLD = ("lost", "newer", "changed", "copy")
"""What the script says in its bar, each with a button."""

NEVER_TRANSLATED = 'translate="no" class="notranslate"'

OWN = ("_stcore/", "component/", "media/", "auth/", "oauth2callback", "app/static/")
"""Beginnings of addresses that Streamlit answers itself."""

NAMES = frozenset(name for names in SECTIONS.values() for name in names) - {FRONT}
_SCRIPT = (Path(__file__).parent / "front_page.js").read_text(encoding="utf-8")


class FrontDoor:
    """Write the page of HTML anew on its way to the browser; everything else passes as it is."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer an address, or let Streamlit answer it."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        asked = below(scope["path"])
        if asked == VERSION:
            await _version()(scope, receive, send)
        elif asked in (FRONT, f"{FRONT}/", "index.html"):
            at = root() + (f"?{request.url.query}" if request.url.query else "")
            await RedirectResponse(at)(scope, receive, send)
        elif asked is None or asked.startswith(OWN):
            await self.app(scope, receive, send)
        else:
            await self.app(_plain(scope), receive, _Rewritten(request, asked, send))


class _Rewritten:
    """Hold back an answer that is HTML until it is whole, and send ours in its place."""

    def __init__(self, request: Request, asked: str, send: Send) -> None:
        self.request, self.asked, self.send = request, asked, send
        self.body: bytearray | None = None
        """What has come of a page of HTML; None of any other answer."""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_page(message):
            self.body = bytearray()
        elif self.body is None:
            await self.send(message)
        else:
            self.body += message.get("body", b"")
            if not message.get("more_body"):
                scope = self.request.scope
                await self._answer(self.body.decode())(scope, self.request.receive, self.send)

    def _answer(self, page: str) -> Response:
        language = reader_language(self.request)
        headers = {"Cache-Control": "no-cache", "Vary": "Accept-Language"}
        if self.asked in NAMES or self.asked in FORMER or not self.asked:
            return HTMLResponse(first_page(page, language), headers=headers)
        return HTMLResponse(no_page(self.request.url.path, language), 404, headers)


def reader_language(request: Request) -> str:
    """Give the language of the link, else of the browser, by the rule of the pages."""
    named = parse_qs(request.url.query).get("language", [""])[0]
    if named in LANGUAGES:
        return named
    browser = request.headers.get("accept-language", "ru").strip().lower()
    return "ru" if browser.startswith("ru") else "en"


@functools.lru_cache(maxsize=8)
def first_page(page: str, language: str) -> str:
    """Write Streamlit's page in a language: its title and first words, our script before its own.

    Browsers are asked not to translate it: they would leave old numbers under a new view.
    """
    words = Words(language)
    texts = {each: _told(Words(each)) for each in LANGUAGES}
    head = written("shell/front_head.html", script=Markup(_SCRIPT), texts=texts, version=VERSION)
    without = written("shell/front_without_script.html", said=words("front.without_script"))
    page = _put(page, r'<html lang="en">', f'<html lang="{language}" {NEVER_TRANSLATED}>')
    page = _put(page, r"<title>[^<]*</title>", f"<title>{words('section.monitor')}</title>{head}")
    return _put(page, r"<noscript>.*?</noscript>", without)


def _put(page: str, there: str, ours: str) -> str:
    """Put our own in the place of the first part of a page that fits a pattern."""
    return re.sub(there, lambda _: ours, page, count=1, flags=re.DOTALL)


def _told(words: Words) -> dict[str, str]:
    said = {name: words(f"front.{name}") for name in TOLD}
    return said | {f"{name}_button": words(f"front.{name}_button") for name in TOLD}


def no_page(path: str, language: str) -> str:
    """Say that an address is of no page, and which pages there are."""
    words = Words(language)
    sections = {
        words(section): [
            (root() + ("" if name == FRONT else name), words(f"{name}.title")) for name in names
        ]
        for section, names in SECTIONS.items()
    }
    return written(
        "shell/no_page.html",
        language=language,
        monitor=words("section.monitor"),
        title=words("front.no_page"),
        said=words("front.no_page_said"),
        mend=words("front.no_page_mend"),
        path=path,
        sections=sections,
    )


def _version() -> Response:
    """Name the version in use, as every footer does; nothing while none can be read."""
    try:
        return Response(store.current().name, media_type="text/plain", headers=_NEVER_KEPT)
    except ReaderError:
        return Response(status_code=204, headers=_NEVER_KEPT)


_NEVER_KEPT = {"Cache-Control": "no-store"}


def root() -> str:
    """Give the path that is served, between slashes."""
    base = config.get_option("server.baseUrlPath").strip("/")
    return f"/{base}/" if base else "/"


def below(path: str) -> str | None:
    """Give what stands below the path that is served; None of an address beside it."""
    return path.removeprefix(root()) if path.startswith(root()) else None


def _plain(scope: Scope) -> Scope:
    """Ask for a page as a whole and not packed, whatever the browser has of it already."""
    unwanted = {b"accept-encoding", b"if-none-match", b"if-modified-since", b"range"}
    packed = "static/" in scope["path"]
    headers = [pair for pair in scope["headers"] if packed or pair[0] not in unwanted]
    return {**scope, "headers": headers}


def _is_page(start: Message) -> bool:
    kind = Headers(raw=start["headers"]).get("content-type", "")
    return start["status"] == 200 and kind.startswith("text/html")
