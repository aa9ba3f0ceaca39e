"""Stop a file that is too large for its reader while it arrives, before it fills the memory.

Streamlit knows one limit for everybody and asks nothing about the files a session has already.
"""

from cachetools import LRUCache
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx

UPLOAD = "/_stcore/upload_file/"
FRAMING = 64 * 1024
"""What a form puts around its file, at most."""

_may_bring: LRUCache[str, int] = LRUCache(10_000)
"""How many bytes a session may bring in all, for those that may bring any; the rest may none."""


class TooMuchError(Exception):
    """More bytes than the session may bring."""


def open_for_reader(most: int) -> None:
    """Let the session of this run bring so many bytes, until another run says otherwise."""
    context = get_script_run_ctx()
    if context:
        _may_bring[context.session_id] = most


class UploadGate:
    """Count what arrives at the place for files, and break off what is more than allowed."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, its body only as long as there is room for it."""
        if scope["type"] != "http" or scope["method"] != "PUT" or UPLOAD not in scope["path"]:
            await self.app(scope, receive, send)
            return
        session, _, file = scope["path"].partition(UPLOAD)[2].partition("/")
        left = _may_bring.get(session, 0) - _brought(session, file) + FRAMING

        async def counted() -> Message:
            nonlocal left
            message = await receive()
            left -= len(message.get("body", b""))
            if left < 0:
                raise TooMuchError
            return message

        try:
            await self.app(scope, counted, send)
        except TooMuchError:
            await PlainTextResponse("Too much", status_code=413)(scope, receive, send)


def _brought(session: str, file: str) -> int:
    """Count the bytes of the other files that a session has here already."""
    manager = runtime.get_instance().uploaded_file_mgr
    assert isinstance(manager, MemoryUploadedFileManager)
    files = manager.file_storage.get(session, {})
    return sum(len(record.data) for name, record in list(files.items()) if name != file)
