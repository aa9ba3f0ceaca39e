"""Start publishers that a test kills: loads everything once, then forks one when told to.

A fork is safe here because this process never opens DuckDB; a fresh start would cost two seconds.
Usage: publisher_nursery.py <store> <log> <folder>...; reads "start" and "bury", answers with the
publisher's number once it works or is dead. A publisher publishes the folders in turn for ever,
and writes to the log every step it enters and every version it has finished.
"""

import itertools
import os
import sys
from pathlib import Path

from sqlalchemy import create_engine

from data.intake.draft import Account
from data.intake.publishing import publish, writing


def publish_for_ever(store, log, folders):
    told = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    step = [""]

    def tell(word):
        if word != step[0]:
            step[0] = word
            os.write(told, f"{word}\n".encode())

    for folder in itertools.cycle(folders):
        # Without waiting: a killed writer must have let go of the store.
        with writing(store, 0):
            account = Account(False, folder.name)
            version = publish(store, [folder], account, lambda share, word: tell(word))
            tell(f"finished {version.name}")


def main():
    store, log, *folders = map(Path, sys.argv[1:])
    # Loads the dialect, which would cost each fork a fifth of a second; connects to nothing.
    create_engine("duckdb://")
    publisher = 0
    for line in sys.stdin:
        if line == "start\n":
            publisher = os.fork()
            if not publisher:
                publish_for_ever(store, log, folders)
        else:
            os.waitpid(publisher, 0)
        print(publisher, flush=True)


if __name__ == "__main__":
    main()
