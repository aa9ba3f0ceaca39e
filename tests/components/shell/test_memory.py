"""What readers let go of is let go: garbage is searched, copies leave little, heaps end."""

import gc
import subprocess
import sys
import time
import weakref

import pytest

from components.base.load import load
from components.shell import memory
from queries import lookups

READ = 300


class Page:
    """What refers to itself, as a session and its page do."""

    def __init__(self):
        self.itself = self


@pytest.fixture
def left():
    """A page that nobody holds any more, while Python does not search by itself."""
    gc.disable()
    yield weakref.ref(Page())
    gc.enable()


def test_garbage_is_searched_when_it_is_due(left, monkeypatch):
    monkeypatch.setattr(memory, "_last", time.monotonic() - memory.SECONDS)
    assert left() is not None
    memory.give_back_if_due()
    assert left() is None


def test_garbage_is_searched_once_a_minute(left, monkeypatch):
    monkeypatch.setattr(memory, "_last", time.monotonic() - memory.SECONDS)
    memory.give_back_if_due()
    later = weakref.ref(Page())
    memory.give_back_if_due()
    assert later() is not None


def test_nobody_waits_for_another_who_searches(left, monkeypatch):
    monkeypatch.setattr(memory, "_last", time.monotonic() - memory.SECONDS)
    with memory._searching:
        memory.give_back_if_due()
    assert left() is not None


def test_an_answer_that_is_read_often_leaves_no_note_in_each_of_its_columns(built, monkeypatch):
    """pandas notes copies of an index all the same, five hundred at most."""
    monkeypatch.setenv("MONITOR_STORE", str(built.folder))

    def read():
        answer = load(lookups.municipalities)
        return [answer[name] for name in answer]

    read()
    gc.collect()
    before = len(gc.get_objects())
    for _ in range(READ):
        read()
    gc.collect()
    assert len(gc.get_objects()) - before < 2 * READ


def test_arrow_takes_its_memory_from_the_system():
    said = "from components.shell import memory; memory.take_from_system(); import pyarrow as pa; "
    said += "print(pa.default_memory_pool().backend_name)"
    told = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "system"
