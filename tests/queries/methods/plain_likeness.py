"""Likeness once more, slowly and without arrays: the recount that the method is held against."""

import math
from statistics import pvariance


def nearest(units, variables, of, most):
    """units: rows by name; variables: (name, kind, weight). Gives (name, distance, known) rows.

    None where the unit or both know too little.
    """
    scales = {name: _spread(units, name, kind) for name, kind, weight in variables if weight}
    telling = [each for each in variables if each[2] and scales[each[0]] > 1e-9]
    known = [each for each in telling if units[of][each[0]] is not None]
    own = sum(weight for _, _, weight in known)
    if not telling or own < sum(weight for _, _, weight in telling) / 2:
        return None
    found = []
    for name, row in units.items():
        if name == of:
            continue
        total = weights = count = 0
        for column, kind, weight in known:
            if row[column] is None:
                total += 2 * weight
            else:
                total += weight * _squared(units[of][column], row[column], kind) / scales[column]
                weights += weight
                count += 1
        distance = round(math.sqrt(total / own), 9)
        if weights >= own / 2 and distance < math.sqrt(2):
            found.append((distance, -count, name))
    return [(name, distance, -count) for distance, count, name in sorted(found)[:most]]


def _spread(units, column, kind):
    known = [row[column] for row in units.values() if row[column] is not None]
    if not known:
        return 0
    if kind == "amount":
        return pvariance(known)
    if kind == "size":
        return pvariance([math.log(value) for value in known])
    sets = [_set(value) for value in known]
    return sum(pvariance([code in each for each in sets]) for code in set().union(*sets))


def _squared(one, other, kind):
    if kind == "amount":
        return (one - other) ** 2
    if kind == "size":
        return (math.log(one) - math.log(other)) ** 2
    return len(_set(one) ^ _set(other))


def _set(value):
    return {value} if isinstance(value, str) else set(value)
