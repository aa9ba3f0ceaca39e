"""Keep the memory of a server that runs for months where it was after its first hours.

Three things let it grow over twenty thousand runs: garbage that only a full search finds, free
pages that the C library keeps, and those of Arrow's own allocator. Streamlit runs every reader in
threads of its own, and to free memory of a thread that has ended is nobody's turn.
"""

import contextlib
import ctypes
import gc
import threading
import time

import pyarrow as pa

SECONDS = 60.0
"""Between two times; one takes some 50 ms, in which every reader waits."""

_searching = threading.Lock()
_last = time.monotonic()


def take_from_system() -> None:
    """Let Arrow take its memory from the C library, not from an allocator with heaps per thread."""
    pa.set_memory_pool(pa.system_memory_pool())


def give_back_if_due() -> None:
    """Search for garbage and give free pages back, if nobody did for a minute or is at it.

    A reader who leaves lets go of pages, answers and messages that refer to each other. Python
    searches when the objects it walks have grown by a quarter, but most of what these hold, rows of
    Arrow and messages, is memory that it does not count. The C library of GNU keeps up to 64 MB in
    each of its heaps, and what is between pieces in use, until it is told to give them back.
    """
    global _last
    if time.monotonic() - _last < SECONDS or not _searching.acquire(blocking=False):
        return
    try:
        gc.collect()
        _give_back_free_pages()
        _last = time.monotonic()
    finally:
        _searching.release()


def _give_back_free_pages() -> None:
    """Call glibc's malloc_trim; other C libraries have none and keep less."""
    with contextlib.suppress(AttributeError, OSError):
        ctypes.CDLL(None).malloc_trim(0)
