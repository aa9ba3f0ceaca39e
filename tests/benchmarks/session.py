"""Be one reader without a browser: the same messages over the same websocket, timed.

A click is what the browser sends: the state of the changed widget, the link, the open page and
the hashes of the messages it still holds. Its time ends with the server's `script_finished`.
"""

import asyncio
import http.client
import time
import uuid
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect

from tests.benchmarks.serving import Server

RUN_SECONDS = 60.0


class Session:
    """One websocket session; after each run it knows the widgets and charts of the page."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._link = ""
        self._page = ""
        self._session = ""
        self._held: dict[str, ForwardMsg] = {}
        self.elements: list[Any] = []
        self.deltas: list[bytes] = []
        self.bytes = 0

    async def __aenter__(self) -> Self:
        address = f"ws://127.0.0.1:{self._server.port}/_stcore/stream"
        self._socket = await connect(
            address, subprotocols=["streamlit"], max_size=None, compression=None
        )
        return self

    async def __aexit__(
        self, kind: type | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._socket.close()

    async def open(self, page: str = "", link: str = "") -> float:
        """Open a page by its path; milliseconds to the end of its run."""
        self._link = link
        return await self._run(page_name=page)

    async def go(self, link: str) -> float:
        """Run the open page with another link; milliseconds."""
        self._link = link
        return await self._run(page_script_hash=self._page)

    async def choose(self, key: str, option: str) -> float:
        """Choose an option of the select box or row of buttons of a key; milliseconds."""
        ask = self._message(page_script_hash=self._page)
        state = ask.rerun_script.widget_states.widgets.add()
        kind, widget = self._widgets()[key]
        state.id = widget.id
        if kind == "selectbox":
            state.string_value = option
        else:
            state.string_array_value.data.append(option)
        return await self._timed(ask)

    async def bring(self, key: str, files: Mapping[str, bytes]) -> float:
        """Upload files as a browser does and give them to a widget; milliseconds to its answer."""
        start = time.perf_counter()
        ask = BackMsg()
        ask.file_urls_request.request_id = uuid.uuid4().hex
        ask.file_urls_request.file_names.extend(files)
        ask.file_urls_request.session_id = self._session
        await self._socket.send(ask.SerializeToString())
        while True:
            message = ForwardMsg.FromString(await self._socket.recv())
            if message.WhichOneof("type") == "file_urls_response":
                break
        told = self._message(page_script_hash=self._page)
        state = told.rerun_script.widget_states.widgets.add()
        state.id = self._widgets()[key][1].id
        for (name, content), urls in zip(
            files.items(), message.file_urls_response.file_urls, strict=True
        ):
            await asyncio.to_thread(self._put, urls.upload_url, name, content)
            info = state.file_uploader_state_value.uploaded_file_info.add()
            info.name, info.size, info.file_id = name, len(content), urls.file_id
            info.file_urls.CopyFrom(urls)
        await self._timed(told)
        return 1000 * (time.perf_counter() - start)

    def _put(self, url: str, name: str, content: bytes) -> None:
        """Send a file in the form of a browser, with the sign that the page is our own."""
        line = http.client.HTTPConnection("127.0.0.1", self._server.port)
        line.request("GET", "/_stcore/health")
        first = line.getresponse()
        first.read()
        cookie = str(first.headers["Set-Cookie"]).split(";")[0]
        edge = uuid.uuid4().hex
        head = f'Content-Disposition: form-data; name="{name}"; filename="{name}"'
        body = f"--{edge}\r\n{head}\r\n\r\n".encode() + content + f"\r\n--{edge}--\r\n".encode()
        headers = {
            "Content-Type": f"multipart/form-data; boundary={edge}",
            "Cookie": cookie,
            "X-Xsrftoken": cookie.partition("=")[2].strip('"'),
        }
        line.request("PUT", url, body, headers)
        answer = line.getresponse()
        assert answer.status < 300, (answer.status, answer.read())
        line.close()

    def options(self, key: str) -> list[str]:
        """List what may be chosen there, as the reader sees it; nothing if it cannot be used."""
        if key not in self._widgets():
            return []
        kind, widget = self._widgets()[key]
        if widget.disabled or kind == "file_uploader":
            return []
        if kind == "selectbox":
            return list(widget.options)
        return [option.content for option in widget.options]

    def offered(self) -> dict[str, list[str]]:
        """List everything that may be chosen on the page, by the keys of its boxes and buttons."""
        return {key: options for key in self._widgets() if (options := self.options(key))}

    def identity(self, key: str) -> str:
        """The identity by which the browser and the server know a widget."""
        return str(self._widgets()[key][1].id)

    def link(self) -> str:
        return self._link

    def drawn(self) -> bool:
        """Tell whether the page has shown anything, and no error."""
        kinds = {element.WhichOneof("type") for element in self.elements}
        return bool(kinds) and "exception" not in kinds

    def charts(self) -> list[Any]:
        """List the charts of the page, as sent."""
        return [e.vega_lite_chart for e in self.elements if e.HasField("vega_lite_chart")]

    def _widgets(self) -> dict[str, tuple[str, Any]]:
        """The page's select boxes and rows of buttons by the key that the page gave them."""
        found = {}
        for element in self.elements:
            kind = element.WhichOneof("type")
            if kind in ("selectbox", "button_group", "file_uploader"):
                widget = getattr(element, kind)
                found[widget.id.rsplit("-", 1)[-1]] = (kind, widget)
        return found

    def _message(self, **state: str) -> BackMsg:
        ask = BackMsg()
        ask.rerun_script.query_string = self._link
        ask.rerun_script.context_info.locale = "ru-RU"
        ask.rerun_script.context_info.timezone = "Europe/Moscow"
        ask.rerun_script.context_info.color_scheme = "light"
        ask.rerun_script.context_info.url = self._server.address()
        ask.rerun_script.cached_message_hashes.extend(self._held)
        for name, value in state.items():
            setattr(ask.rerun_script, name, value)
        return ask

    async def _run(self, **state: str) -> float:
        return await self._timed(self._message(**state))

    async def _timed(self, ask: BackMsg) -> float:
        sent = time.perf_counter()
        await self._socket.send(ask.SerializeToString())
        received: list[bytes] = []
        while True:
            raw = await self._socket.recv()
            received.append(raw)
            if len(raw) < 400 and _finished(raw):
                break
        taken = time.perf_counter() - sent
        self._read(received)
        return 1000 * taken

    def _read(self, received: list[bytes]) -> None:
        """Keep what the next click needs; after the clock has stopped."""
        self.bytes = sum(len(raw) for raw in received)
        held: dict[str, ForwardMsg] = {}
        elements: dict[tuple[int, ...], Any] = {}
        self.deltas = []
        for raw in received:
            message = ForwardMsg.FromString(raw)
            kind = message.WhichOneof("type")
            if kind == "ref_hash":
                place = message.metadata
                message = self._held[message.ref_hash]
                held[message.hash] = message
                elements[tuple(place.delta_path)] = message.delta.new_element
                self.deltas.append(
                    ForwardMsg(delta=message.delta, metadata=place).SerializeToString()
                )
            elif kind == "new_session":
                self._page = message.new_session.page_script_hash
                self._session = message.new_session.initialize.session_id or self._session
            elif kind == "page_info_changed":
                self._link = message.page_info_changed.query_string
            elif kind == "navigation":
                self._page = message.navigation.page_script_hash
            elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
                elements[tuple(message.metadata.delta_path)] = message.delta.new_element
            if kind == "delta":
                self.deltas.append(raw)
            if message.metadata.cacheable:
                held[message.hash] = message
        self._held = held
        self.elements = list(elements.values())


def _finished(raw: bytes) -> bool:
    """Whether a run ended, and not to begin again for a rerun asked by the page itself."""
    message = ForwardMsg.FromString(raw)
    return (
        message.WhichOneof("type") == "script_finished"
        and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
    )
