"""The order of municipalities on a matrix of who mentors whom, and the classes of its numbers."""

import pandas as pd

BOUNDS = (1, 2, 4, 8)
"""Most pairs in each class of the ramp but the last: classes that double, alike in every view."""

Names = dict[str, str]


def order(rows: pd.DataFrame) -> tuple[Names, Names]:
    """Give codes and names of the mentees' and of the mentors' municipalities, in their order."""
    mentees: Names = dict(zip(rows["mentee_oktmo"], rows["mentee_name"], strict=True))
    mentors: Names = dict(zip(rows["mentor_oktmo"], rows["mentor_name"], strict=True))

    def ordered(names: Names, others: Names) -> Names:
        keys = sorted(names, key=lambda oktmo: (oktmo not in others, names[oktmo], oktmo))
        return {oktmo: names[oktmo] for oktmo in keys}

    return ordered(mentees, mentors), ordered(mentors, mentees)


def shade(pairs: int) -> int:
    """Give the class of a number of pairs, 0 to 4."""
    return sum(pairs > bound for bound in BOUNDS)
