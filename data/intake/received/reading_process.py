"""Read a large file in a process of its own: `data.intake.received.apart` says why.

Run with -I; the arguments are the folder in which the file lies and the bytes of memory allowed.
"""

import sys
from pathlib import Path


def _confined(memory: int) -> None:
    try:
        import resource
    except ImportError:  # not on Windows; the parent's timeout still holds
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def main() -> None:
    """Read the file and leave the answer beside it."""
    folder, memory = sys.argv[1:]
    _confined(int(memory))
    # -I leaves out the project's own folder.
    sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
    from data.intake.received import apart

    apart.answer(Path(folder))


if __name__ == "__main__":
    main()
