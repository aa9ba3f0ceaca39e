"""Keep the memory of a server that runs for months where it was after its first hours.

Two things let it grow over twenty thousand runs: pages of allocators of their own, which threads
of readers who have left leave behind, and garbage that only a full search finds.
"""

import gc
import threading
import time

import pyarrow as pa

SECONDS = 60.0
"""Between two searches; one takes some 50 ms, in which every reader waits."""

_searching = threading.Lock()
_last = time.monotonic()


def take_from_system() -> None:
    """Let Arrow take its memory from the system, not from an allocator with heaps per thread.

    Streamlit runs every reader in threads of its own, which end with him.
    """
    pa.set_memory_pool(pa.system_memory_pool())


def collect_if_due() -> None:
    """Search for garbage, if nobody did for a minute and nobody is at it.

    A reader who leaves lets go of pages, answers and messages that refer to each other. Python
    searches when the objects it walks have grown by a quarter, but most of what these hold, rows of
    Arrow and messages, is memory that it does not count.
    """
    global _last
    if time.monotonic() - _last < SECONDS or not _searching.acquire(blocking=False):
        return
    try:
        gc.collect()
        _last = time.monotonic()
    finally:
        _searching.release()
