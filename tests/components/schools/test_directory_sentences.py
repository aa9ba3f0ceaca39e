"""The sentence over the directory: what is counted, and never a zero for what is not known."""

import pandas as pd
import pytest

from components.base.i18n import Words
from components.schools.sentences import finding

RU, EN = Words("ru"), Words("en")


def counts(schools, low, mentored, project):
    return pd.Series(
        {"schools": schools, "low_performing": low, "mentored": mentored, "in_project": project}
    )


@pytest.mark.parametrize(
    ("found", "russian", "english"),
    [
        (
            counts(1144, 82, 57, 120),
            "1 144 школы: 82 в перечне, из них с наставником 57, 120 в проекте",
            "1,144 schools: 82 on the list, 57 of these mentored, 120 in the project",
        ),
        (
            counts(1, 0, 0, 0),
            "1 школа: 0 в перечне, 0 в проекте",
            "1 school: 0 on the list, 0 in the project",
        ),
        (
            counts(5, 2, None, 0),
            "5 школ: 2 в перечне, 0 в проекте",
            "5 schools: 2 on the list, 0 in the project",
        ),
        (
            counts(5, None, None, None),
            "5 школ. Статусы школ за 2022 год не сообщены.",
            "5 schools. Statuses of schools for 2022 are not known.",
        ),
    ],
)
def test_the_finding_counts_what_is_known(found, russian, english):
    assert finding(found, 2022, RU).replace("\N{NO-BREAK SPACE}", " ") == russian
    assert finding(found, 2022, EN) == english
