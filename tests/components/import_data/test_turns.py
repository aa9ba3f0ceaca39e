"""Readers take turns in the order in which they came, and whoever leaves holds nobody up."""

import threading

import pytest

from components.import_data.turns import Line
from tests.patience import HANG_SECONDS


class Reader(threading.Thread):
    """One who works in a line until told to stop, and remembers what was told."""

    def __init__(self, line, leaves=False):
        super().__init__(daemon=True)
        self.line, self.leaves, self.told = line, leaves, []
        self.waits, self.works, self.may_end = (threading.Event() for _ in range(3))
        self.start()

    def run(self):
        try:
            with self.line.turn(self.tell):
                self.works.set()
                self.may_end.wait(HANG_SECONDS)
        except InterruptedError:
            self.told.append("left")

    def tell(self, before):
        self.told.append(before)
        self.waits.set()
        if self.leaves:
            raise InterruptedError


def test_one_works_and_the_others_wait_in_their_order():
    line = Line()
    first = Reader(line)
    assert first.works.wait(HANG_SECONDS)
    second = Reader(line)
    assert second.waits.wait(HANG_SECONDS)
    third = Reader(line)
    assert third.waits.wait(HANG_SECONDS)
    assert (first.told, second.told[0], third.told[0]) == ([], 1, 2)
    assert not second.works.is_set() and not third.works.is_set()
    first.may_end.set()
    assert second.works.wait(HANG_SECONDS) and not third.works.is_set()
    second.may_end.set()
    assert third.works.wait(HANG_SECONDS)
    third.may_end.set()
    third.join(HANG_SECONDS)


def test_whoever_leaves_while_waiting_gives_up_his_place():
    line = Line()
    first = Reader(line)
    assert first.works.wait(HANG_SECONDS)
    leaving = Reader(line, leaves=True)
    leaving.join(HANG_SECONDS)
    assert leaving.told == [1, "left"]
    third = Reader(line)
    assert third.waits.wait(HANG_SECONDS) and third.told[0] == 1
    first.may_end.set()
    assert third.works.wait(HANG_SECONDS)
    third.may_end.set()


def test_a_fault_in_the_work_ends_the_turn():
    line = Line()
    with pytest.raises(ZeroDivisionError), line.turn(lambda before: None):
        raise ZeroDivisionError
    with line.turn(lambda before: pytest.fail("nobody is before")):
        pass
