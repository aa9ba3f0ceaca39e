"""Start publishers that a test kills: loads everything once, then forks one when told to.

A fork is safe here because this process never opens DuckDB; a fresh start would cost two seconds.
Usage: publisher_nursery.py <store> <log> <folder>...; reads "start" and "bury", answers with the
publisher's number once it works or is dead. For ever, a publisher takes the folders in turn and
publishes the draft `<folder>.duckdb` beside one, what is current anew, and the files of the folder;
each publisher begins with the next of these acts. It writes to the log every step it enters, of
which act, and every version it has finished.
"""

import itertools
import os
import sys
from pathlib import Path

from sqlalchemy import create_engine

from data.intake.declared.reading import read
from data.intake.publishing.draft import Account
from data.intake.publishing.publish import publish, publish_again, publish_draft, writing
from data.schema import region
from data.store import current


def of_draft(store, folder, tell):
    files = [read(folder / "region.csv", region)[0]]
    draft = folder.with_suffix(".duckdb")
    return publish_draft(store, draft, Account(False, folder.name), files, tell)


def again(store, folder, tell):
    older = current(store)
    return publish_again(store, older, Account(False, "again", restores=older.name), tell)


def of_files(store, folder, tell):
    return publish(store, [folder], Account(False, folder.name), tell)


def publish_for_ever(store, log, folders, first):
    told = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    step = [""]

    def tell(word):
        if word != step[0]:
            step[0] = word
            os.write(told, f"{word}\n".encode())

    acts = itertools.cycle(itertools.product(folders, (of_draft, again, of_files)))
    for folder, act in itertools.islice(acts, first, None):
        # Without waiting: a killed writer must have let go of the store.
        with writing(store, 0):
            version = act(
                store, folder, lambda share, word, act=act: tell(f"{word} {act.__name__}")
            )
            tell(f"finished {version.name}")


def main():
    store, log, *folders = map(Path, sys.argv[1:])
    # Loads the dialect, which would cost each fork a fifth of a second; connects to nothing.
    create_engine("duckdb://")
    publisher = started = 0
    for line in sys.stdin:
        if line == "start\n":
            publisher = os.fork()
            if not publisher:
                publish_for_ever(store, log, folders, started)
            started += 1
        else:
            os.waitpid(publisher, 0)
        print(publisher, flush=True)


if __name__ == "__main__":
    main()
