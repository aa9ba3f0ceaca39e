"""Ask the files about mentoring: slowly, with dictionaries and loops, as `plain_counts` does.

A pair holds from its first day through its last; days are ISO texts, which sort as dates do.
"""

from functools import cache


def holds(pair, day):
    return pair["start_date"] <= day and (pair["end_date"] == "" or pair["end_date"] >= day)


@cache
def entitled(plain, year):
    """Schools whose pairs count in the year: resilient, or entitled by an offer."""
    offers = plain.rows("mentor_offer")
    otherwise = [row for row in offers if row["entitled"] == "true" and row["year"] == str(year)]
    resilient = [
        school
        for (school, of), row in plain.status.items()
        if of == year and row["resilient"] == "true"
    ]
    return {*resilient, *(row["school_id"] for row in otherwise)}


def region_of(plain, school):
    return plain.regions[plain.schools[school]["oktmo"]]


def pairs(plain, region):
    """Pairs whose mentee stands in the region."""
    rows = plain.rows("mentorship")
    return [row for row in rows if region_of(plain, row["mentee_id"]) == region]


def listed(plain, region, year):
    """Low-performing schools of the year whose municipality reported on mentoring."""
    return sorted(
        school
        for (school, of), row in plain.status.items()
        if of == year
        and row["low_performing"] == "true"
        and region_of(plain, school) == region
        and plain.reports.get((plain.schools[school]["oktmo"], year, "mentorship"))
    )


def standing(plain, school, region, day):
    """Tell where a school stands on a day of the year whose mentors count."""
    may = entitled(plain, int(day[:4]))
    own = [pair for pair in pairs(plain, region) if pair["mentee_id"] == school]
    begun = [pair for pair in own if pair["start_date"] <= day]
    if any(holds(pair, day) and pair["mentor_id"] in may for pair in begun):
        return "covered"
    if any(holds(pair, day) for pair in begun):
        return "not_entitled"
    return "ended" if begun else "never"


def covered(plain, region, day):
    """Schools of the year's list with a pair that counts on the day."""
    may = entitled(plain, int(day[:4]))
    helped = {
        pair["mentee_id"]
        for pair in plain.rows("mentorship")
        if holds(pair, day) and pair["mentor_id"] in may
    }
    return [school for school in listed(plain, region, int(day[:4])) if school in helped]
