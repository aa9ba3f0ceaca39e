"""Keep what a reader has chosen, typed and brought while he is away signing in.

Signing in leaves the page, and Streamlit brings the reader back to the front page with a session
that knows nothing. What he had waits here, in memory and for a quarter of an hour, under the secret
that his browser and this server share already; whoever has another browser cannot ask for it.
"""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st
from cachetools import TTLCache
from streamlit.web.server.starlette.starlette_app_utils import decode_xsrf_token_string
from streamlit.web.server.starlette.starlette_server_config import XSRF_COOKIE_NAME

MINUTES = 15
MOST_BYTES = 64 * 1024 * 1024
"""Of all readers together: beyond it a reader is told that nothing can be kept for him."""

SMALL_BYTES = 4096
"""What a reader takes who has brought nothing: his view and some bookkeeping."""


FRONT = ""
"""The path of the front page, to which Streamlit brings its readers back."""


@dataclass(frozen=True)
class Held:
    """Where a reader was, and what his session knew."""

    page: str
    link: Mapping[str, str]
    session: Mapping[str, object]
    size: int


class Waiting:
    """What waits for readers, each under the secret of his browser."""

    def __init__(self, timer: Callable[[], float] = time.monotonic) -> None:
        seconds = MINUTES * 60
        self._held: TTLCache[bytes, Held] = TTLCache(
            MOST_BYTES, seconds, timer, getsizeof=lambda held: held.size
        )
        self._lock = threading.Lock()

    def hold(self, browser: bytes, held: Held) -> bool:
        """Keep it for its reader, in the place of what he left before; false if there is no room.

        Nobody is pushed out for another.
        """
        with self._lock:
            self._held.pop(browser, None)
            self._held.expire()
            fits = bool(browser) and self._held.currsize + held.size <= MOST_BYTES
            if fits:
                self._held[browser] = held
            return fits

    def take(self, browser: bytes, page: str, link: Mapping[str, str]) -> Held | None:
        """Give, once, what a reader left who comes back: to the front page, or to where he was.

        A second window of his that opens elsewhere meanwhile does not take it.
        """
        with self._lock:
            held = self._held.get(browser)
            if held is None:
                return None
            at_front = page == FRONT and not link
            where_he_was = page == held.page and dict(link) == dict(held.link)
            return self._held.pop(browser, None) if at_front or where_he_was else None


WAITING = Waiting()


def browser() -> bytes:
    """Give the secret that this reader's browser shares with the server; empty without one."""
    token, _ = decode_xsrf_token_string(st.context.cookies.get(XSRF_COOKIE_NAME) or "")
    return token if token and len(token) >= 16 else b""
