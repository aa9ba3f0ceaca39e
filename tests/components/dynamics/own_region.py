"""Lay out a region of a few schools, every result of which the test states."""

import pandas as pd

from data.schema import INTAKE_TABLES

AZOV, SALSK = "60601000", "60650000"
YEARS = (2013, 2014, 2015, 2016, 2017, 2018)
"""Six years in a row, none of them a break."""

COLUMNS = {table.name: [column.name for column in table.columns] for table in INTAKE_TABLES}


def written(schools, names, scores):
    """Lay schools out as the rows of the three tables that a region brings."""
    years = sorted({year for results, _, _ in schools.values() for year in results})
    lines = {
        "school": [
            {
                "school_id": school,
                "oktmo": oktmo,
                "name": names.get(school, school),
                "locality": "urban",
                "basis": "demonstration",
            }
            for school, (_, oktmo, _) in schools.items()
        ],
        "school_status": [
            {"school_id": school, "year": year, "in_project": str(year in project).lower()}
            | dict.fromkeys(("low_performing", "adverse_conditions", "resilient"), "false")
            for school, (results, _, project) in schools.items()
            for year in years
        ],
        "assessment_result": [
            {"school_id": school, "year": year, "participants": size, "below_threshold": below}
            | {"grade": "11" if scores else "4", "procedure": "EGE" if scores else "VPR"}
            | {"subject": "russian", "mean_score": scores.get(school)}
            for school, (results, _, _) in schools.items()
            for year, (size, below) in results.items()
        ],
    }
    return {
        table: pd.DataFrame(found).reindex(columns=COLUMNS[table]) for table, found in lines.items()
    }


def series(*below, participants=100):
    """Results of one school over YEARS: how many of `participants` were below the threshold."""
    return {year: (participants, count) for year, count in zip(YEARS, below, strict=True)}
