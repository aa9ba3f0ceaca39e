"""Raise the signals of schools again from the files: slowly, with dictionaries and loops."""

from tests.queries import plain_mentoring

STAYS = 3


def lists(plain, region):
    """By year: the listed schools of a region, and those of which it is known."""
    found = {}
    for (school, year), row in plain.status.items():
        if plain_mentoring.region_of(plain, school) == region:
            listed, known = found.setdefault(year, (set(), set()))
            known.add(school)
            if row["low_performing"] == "true":
                listed.add(school)
    return found


def by_lists(plain, region, year):
    """By school with a status in the year: whether listed, lists running, whether it returned."""
    of_years = lists(plain, region)
    made = sorted((one for one in of_years if one <= year and of_years[one][0]), reverse=True)
    found = {}
    for school in of_years.get(year, (set(), set()))[1]:
        running = 0
        for one in made:
            if school not in of_years[one][0]:
                break
            running += 1
        listed = school in of_years[year][0]
        before = [one for one in made if one < year and school in of_years[one][1]]
        was = [school in of_years[one][0] for one in before]
        back = listed and len(was) > 0 and not was[0] and True in was
        found[school] = (listed, running if listed else 0, back)
    return found


def late(plain, school, day):
    """Count the measures of a school that were due in the year by the day and not done by it."""
    count = marks = 0
    for row in plain.rows("road_map_execution"):
        if row["school_id"] == school and row["due_date"][:4] == day[:4]:
            marks += 1
            done = row["done_date"] != "" and row["done_date"] <= day
            count += row["due_date"] <= day and not done
    return count, marks


def signals(plain, region, day):
    """By school of a region with a status of the year: its four signals; None: not known."""
    year, found = int(day[:4]), {}
    covered = set(plain_mentoring.covered(plain, region, day))
    reported = set(plain_mentoring.listed(plain, region, year))
    for school, (listed, running, back) in by_lists(plain, region, year).items():
        overdue, marks = late(plain, school, day)
        mentor = False if not listed else school not in covered if school in reported else None
        road_map = overdue > 0 if marks or not listed else None
        found[school] = (listed, back or running >= STAYS, mentor, road_map)
    return found
