"""Measure what an act costs in processor time: a busy machine makes it late, not dearer.

Bounds are ratios to another act of the same run, so that a slow machine has the same.
"""

import resource
import time

from tests.patience import HANG_SECONDS


def effort(act):
    """Give an act's answer and its processor seconds, those of its processes included.

    An act that only waits costs nothing; it would hang, and fails.
    """
    begun, before = time.monotonic(), _spent()
    answer = act()
    assert time.monotonic() - begun < HANG_SECONDS
    return answer, _spent() - before


def _spent():
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime
