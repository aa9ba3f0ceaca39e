"""Speak to the server as a browser does, or as somebody who only pretends to be one."""

import contextlib
import json
import socket
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import urlsplit
from uuid import uuid4

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Common_pb2 import UploadedFileInfo
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.web.server.starlette.starlette_app_utils import (
    create_signed_value,
    generate_xsrf_token_string,
)
from websockets.exceptions import ConnectionClosed, InvalidHandshake
from websockets.sync.client import connect

from tests.patience import HANG_SECONDS


@dataclass(frozen=True)
class Guise:
    """As whom somebody calls: every header that can be forged; "own" is what a browser sends."""

    host: str = "own"
    origin: str | None = "own"
    headers: tuple[tuple[str, str], ...] = ()
    cookies: tuple[tuple[str, str], ...] = ()
    session: str = ""


def signed(secret: str, origin: str, name: str = "_streamlit_user", **user: object) -> str:
    """Sign a cookie of sign-in with a secret, as the server does with its own."""
    said = {"is_logged_in": True, "provider": "default", "origin": origin, **user}
    return create_signed_value(secret, name, json.dumps(said)).decode()


@dataclass
class Caller:
    """One connection to an address, in a guise; it knows what the last run has shown it."""

    address: str
    guise: Guise = Guise()
    session: str = ""
    widgets: dict[str, str] = field(default_factory=dict)
    """Identities of widgets, by the keys that the page gave them."""
    options: dict[str, list[str]] = field(default_factory=dict)
    """What may be chosen in lists, by the same keys."""
    _deltas: list[Any] = field(default_factory=list)

    @property
    def shown(self) -> str:
        """Every word that the last run has shown."""
        return "\n".join(map(str, self._deltas))

    def __enter__(self) -> Self:
        there = urlsplit(self.address)
        host = there.netloc if self.guise.host == "own" else self.guise.host
        origin = f"http://{host}" if self.guise.origin == "own" else self.guise.origin
        self._xsrf = generate_xsrf_token_string()
        cookies = {"_streamlit_xsrf": self._xsrf, **dict(self.guise.cookies)}
        self._cookies = "; ".join(f"{name}={value}" for name, value in cookies.items())
        self._stack = contextlib.ExitStack()
        reached = socket.create_connection((there.hostname, there.port), HANG_SECONDS)
        self._socket = self._stack.enter_context(
            connect(
                f"ws://{host}{there.path}_stcore/stream",
                sock=reached,
                origin=origin,
                subprotocols=["streamlit", self._xsrf, *filter(None, [self.guise.session])],
                additional_headers=[("Cookie", self._cookies), *self.guise.headers],
                max_size=None,
                compression=None,
            )
        )
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    def run(self, page: str, states: Mapping[str, object] = {}) -> None:  # noqa: B006
        """Run a page as if its widgets, by their identities, were in these states."""
        ask = BackMsg()
        run = ask.rerun_script
        run.page_name, run.query_string = page, "language=ru&region=60"
        run.context_info.locale, run.context_info.url = "ru-RU", f"{self.address}{page}"
        for identity, value in states.items():
            _put(run.widget_states.widgets.add(), identity, value)
        self._socket.send(ask.SerializeToString())
        self.widgets, self.options, self._deltas = {}, {}, []
        while True:
            message = ForwardMsg.FromString(self._socket.recv(HANG_SECONDS))
            kind = message.WhichOneof("type")
            if kind == "new_session":
                self.session = message.new_session.initialize.session_id
            if kind == "delta":
                self._deltas.append(message.delta)
                self._learn(message.delta.new_element)
            again = message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN
            if kind == "script_finished" and not again:
                break

    def _learn(self, element: Any) -> None:
        kind = element.WhichOneof("type")
        identity = getattr(getattr(element, kind), "id", "") if kind else ""
        if identity:
            key = identity.split("-", 2)[-1]
            self.widgets[key] = identity
            if kind == "selectbox":
                self.options[key] = list(element.selectbox.options)

    def put(self, content: bytes, name: str) -> tuple[int, UploadedFileInfo]:
        """Send a file to the place for files; the answer's status, and the file's identity."""
        file = str(uuid4())
        parts = f'--x\r\nContent-Disposition: form-data; name="f"; filename="{name}"\r\n\r\n'
        request = urllib.request.Request(
            f"{self.address}_stcore/upload_file/{self.session}/{file}",
            method="PUT",
            data=parts.encode() + content + b"\r\n--x--\r\n",
            headers={
                "Content-Type": "multipart/form-data; boundary=x",
                "X-Xsrftoken": self._xsrf,
                "Cookie": self._cookies,
            },
        )
        info = UploadedFileInfo(name=name, size=len(content), file_id=file)
        info.file_urls.file_id = file
        try:
            with urllib.request.urlopen(request, timeout=HANG_SECONDS) as answer:
                return answer.status, info
        except urllib.error.HTTPError as error:
            with error:
                return error.code, info


def _put(state: Any, identity: str, value: object) -> None:
    state.id = identity
    if isinstance(value, UploadedFileInfo):
        state.file_uploader_state_value.uploaded_file_info.append(value)
    elif value is True:
        state.trigger_value = True
    else:
        state.string_value = str(value)


REFUSED = (InvalidHandshake, ConnectionClosed)
"""What a caller meets whom the server does not even let in."""
