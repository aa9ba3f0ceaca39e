"""Run a page as for its reader and take the rows that it offers; nothing is drawn for anybody.

What a page offers is made in its own run: after its link is read, checked and narrowed, and with
its empty states. So the rows of an address cannot differ from those of the page's files, and a
page that gets a new file has its address at once.
"""

import contextlib
import threading
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

import streamlit as st
from streamlit import runtime
from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.fragment import MemoryFragmentStorage
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.runtime.scriptrunner_utils.exceptions import ScriptControlException
from streamlit.runtime.scriptrunner_utils.script_run_context import (
    ScriptRunContext,
    add_script_run_ctx,
)
from streamlit.runtime.state import SafeSessionState, SessionState

from components.base.i18n import Words
from components.base.load import one_version
from components.base.pupils import seeing
from components.base.rights import Right, reading_as
from components.shell import downloads_menu, internal_view, navigation, viewed_version
from components.shell.downloads_menu import Taken

Made = TypeVar("Made")

_CODE = ScriptCache()
"""What the files of pages are compiled to, once for all addresses."""


@dataclass(frozen=True)
class Asked:
    """A page with the parameters of its link, the language among them, and a reader's right."""

    page: str
    link: dict[str, str]
    right: Right


@dataclass(frozen=True)
class Run:
    """What a page offered, and what it warned its reader of."""

    taken: Taken
    notices: tuple[str, ...]


class _Thread(threading.Thread, Generic[Made]):
    """Run a page apart: Streamlit ties a run to its thread, and a right must not outlive it."""

    def __init__(self, asked: Asked, make: Callable[[Run], Made]) -> None:
        super().__init__(daemon=True)
        self.asked, self.make = asked, make
        self.made: Made | None = None
        self.fault: BaseException | None = None

    def run(self) -> None:
        try:
            self.made = _run(self.asked, self.make)
        except BaseException as fault:  # noqa: BLE001  raised again where the answer is awaited
            self.fault = fault


def run(asked: Asked, make: Callable[[Run], Made]) -> Made:
    """Run a page and make something of what it offers, while right and version hold.

    Raises what the page raises, a ReaderError where there are no data to read.
    """
    thread = _Thread(asked, make)
    thread.start()
    thread.join()
    if thread.fault:
        raise thread.fault
    return thread.made  # type: ignore[return-value]


def _run(asked: Asked, make: Callable[[Run], Made]) -> Made:
    notices: list[str] = []

    def heard(message: ForwardMsg) -> None:
        if message.delta.new_element.alert.format == Alert.WARNING:
            notices.append(message.delta.new_element.alert.body)

    context = _context(asked, heard)
    # Nothing is published or saved by an address, and no hidden number is asked for by one.
    right = replace(asked.right, writes=False)
    try:
        with reading_as(right), downloads_menu.taking() as taken:
            st.session_state[navigation.FRAMED] = True
            opened = navigation.menu(Words(asked.link["language"]))
            with one_version(viewed_version.version()), seeing(internal_view.seen()):
                # Where the page stops or begins anew, what it offered till then stands.
                with contextlib.suppress(ScriptControlException):
                    opened.run()
                return make(Run(taken, tuple(dict.fromkeys(notices))))
    finally:
        _forget(context.session_id)


def _context(asked: Asked, heard: Callable[[ForwardMsg], None]) -> ScriptRunContext:
    """Tie a run without a browser to this thread: no headers, no cookies, no session after it."""
    program = str(navigation.PAGES.parent / "app.py")
    pages = PagesManager(program, _CODE)
    pages.set_script_intent("", "" if asked.page == navigation.FRONT else asked.page)
    context = ScriptRunContext(
        session_id=f"rows-{uuid.uuid4()}",
        _enqueue=heard,
        query_string="",
        session_state=SafeSessionState(SessionState(), lambda: None),
        uploaded_file_mgr=MemoryUploadedFileManager("/none"),
        main_script_path=program,
        user_info={},
        fragment_storage=MemoryFragmentStorage(),
        pages_manager=pages,
    )
    add_script_run_ctx(threading.current_thread(), context)
    context.reset(query_string=urlencode(asked.link), page_script_hash=context.page_script_hash)
    return context


def _forget(session: str) -> None:
    """Let go of the pictures and tables that the run gave the server to keep for its browser."""
    if runtime.exists():
        instance: Any = runtime.get_instance()
        instance.media_file_mgr.clear_session_refs(session)
        instance.media_file_mgr.remove_orphaned_files()
        instance.dataframe_source_mgr.clear_session_refs(session)
