"""Start publishers that stop at a step of publishing, for a test to look around and kill them.

Loads everything once, then forks; a fork is safe here because this process never opens DuckDB, and
a fresh start would cost two seconds. Usage: publisher_nursery.py <store> <log>. Reads lines of
"start", an act, a folder and the name of a step, and answers with the publisher's number and how
it is: stopped at that step, ended or failed before. Reads "bury" and answers once it is dead.

A publisher writes to the log every step it enters. Steps are the tenths of what the product tells
of its progress, and the calls that change files, before and after each; repeated ones are numbered.
"""

import os
import shutil
import signal
import sys
from collections import Counter
from pathlib import Path

from sqlalchemy import create_engine

from data.intake.publishing import draft, pointer
from data.intake.publishing.draft import Account
from data.intake.publishing.publish import publish, publish_again, publish_draft, writing
from data.store import current

SYSTEM = {os.fsync, os.rename, os.replace}
OWN = {
    each.__code__
    for each in (
        *(pointer.remove_leftovers, pointer.point, shutil.copyfile),
        *(draft.fill, draft.describe, draft.describe_again),
    )
}


class Steps:
    """Tell each step to the log; stop the whole process at the one that is asked for."""

    def __init__(self, log, last):
        self.log, self.last, self.entered = log, last, Counter()

    def told(self, share, word):
        """Take what the product tells of its progress."""
        name = f"{word} {share:.1f}"
        if not self.entered[name]:
            self.enter(name)

    def enter(self, name):
        self.entered[name] += 1
        if self.entered[name] > 1:
            name = f"{name} {self.entered[name]}"
        os.write(self.log, f"{name}\n".encode())
        if name == self.last:
            os.kill(os.getpid(), signal.SIGSTOP)

    def look(self, frame, event, called):
        """Take what Python tells of every call and return."""
        when = "before" if event.endswith("call") else "after"
        if event in ("call", "return") and frame.f_code in OWN:
            self.enter(f"{when} {frame.f_code.co_name}")
        elif event in ("c_call", "c_return") and called in SYSTEM:
            self.enter(f"{when} {called.__name__}")


def of_draft(store, folder, tell):
    ready = folder.with_suffix(".duckdb")
    return publish_draft(store, ready, Account(False, folder.name), tell)


def again(store, folder, tell):
    older = current(store)
    return publish_again(store, older, Account(False, "again", restores=older.name), tell)


def of_files(store, folder, tell):
    return publish(store, [folder], Account(False, folder.name), tell)


ACTS = {act.__name__: act for act in (of_draft, again, of_files)}


def work(store, log, act, folder, last):
    steps = Steps(os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT), last)
    # Without waiting: a killed writer must have let go of the store.
    with writing(store, 0):
        sys.setprofile(steps.look)
        version = ACTS[act](store, Path(folder), steps.told)
        sys.setprofile(None)
        steps.enter(f"finished {version.name}")


def forked(store, log, act, folder, last):
    publisher = os.fork()
    if not publisher:
        work(store, log, act, folder, last)
        os._exit(0)
    _, status = os.waitpid(publisher, os.WUNTRACED)
    if os.WIFSTOPPED(status):
        return publisher, "stopped"
    return publisher, "failed" if status else "ended"


def main():
    store, log = map(Path, sys.argv[1:])
    # Loads the dialect, which would cost each fork a fifth of a second; connects to nothing.
    create_engine("duckdb://")
    publisher = 0
    for line in sys.stdin:
        word, *order = line.rstrip("\n").split("\t")
        if word == "start":
            publisher, state = forked(store, log, *order)
        else:
            os.waitpid(publisher, 0)
            state = "dead"
        print(publisher, state, flush=True)


if __name__ == "__main__":
    main()
