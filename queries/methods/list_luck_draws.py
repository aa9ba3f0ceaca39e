"""Draw the years of a list anew: lasting levels out of what is known of them, and new luck.

Half of the draws are the others' mirror images (J. M. Hammersley, K. W. Morton, "A new Monte Carlo
technique: antithetic variates", Proceedings of the Cambridge Philosophical Society 52 (1956),
449–475): they err in opposite ways, and cost half.
"""

import zlib

import numpy as np
import pandas as pd
from scipy import special

from queries.methods.identification import ListRule, Sat, reached
from queries.methods.list_luck_levels import WIDTHS, levels
from queries.methods.list_luck_spread import Counts, spread

QUANTILES = 1024
"""Steps in which the luck of a work is drawn; a chance errs by less than a thousandth by them."""

PARTS = len(WIDTHS)
LOGITS = np.linspace(-7, 5, 121)
"""Where chances of a work are worked out; between them they are as good as straight."""


class Drawing:
    """The schools of a region, whose `rule.years` last years are drawn; the same counts, the same.

    Arrays are in the order of `Counts`; numbers are halved in size, for time goes into moving them.
    """

    def __init__(self, counts: Counts, rule: ListRule) -> None:
        found = spread(counts)
        self.known, self.years = levels(counts, found, rule.years), rule.years
        self.yearly = np.sqrt(found.yearly, dtype=np.float32)
        self.middle = found.middle[:, -rule.years :].astype(np.float32)
        jitter = 1e-9 * np.eye(self.known.mean.shape[1])
        self.root = np.linalg.cholesky(self.known.covariance + jitter).astype(np.float32)
        sizes, place = np.unique(counts.participants[..., -rule.years :], return_inverse=True)
        shape = (*counts.below.shape[:2], rule.years)
        self.place = (QUANTILES * place.reshape(shape)).astype(np.int32)
        self.needed = needed(sizes.astype(int), rule, found.passing).ravel()
        seed = zlib.crc32(counts.below.tobytes(), zlib.crc32(counts.participants.tobytes()))
        self.random = np.random.Generator(np.random.SFC64(seed))

    def weak(self, rows: np.ndarray, draws: int) -> np.ndarray:
        """Tell which works reach the share of the rule; years × rows × draws (even) × works."""
        last, others = self._levels(rows, draws)
        weak = np.empty((self.years, len(rows), len(self.middle), draws), bool)
        for year in range(self.years):
            back = self.years - 1 - year
            level = others[:, back - 1] if back else last
            level = level + self.yearly[rows, None] * self._normal(len(rows), draws)
            logit = others[:, self.years - 1 :] + level[:, None]
            logit += self.middle[:, year, None]
            place = self.place[rows, :, year, None] + self._luck(*logit.shape)
            np.greater(logit, self.needed.take(place), out=weak[year])
        return np.swapaxes(weak, 2, 3)

    def _levels(self, rows: np.ndarray, draws: int) -> tuple[np.ndarray, np.ndarray]:
        """Draw lasting levels: rows × draws of the last year, rows × others × draws."""
        known, own = self.known, np.arange(len(rows))[:, None]
        likely = np.cumsum(known.weights[rows], axis=1, dtype=np.float32)
        drawn = self.random.random((len(rows), draws // 2), np.float32)
        part = sum((drawn > likely[:, place, None]).view(np.int8) for place in range(PARTS - 1))
        part = np.concatenate([part, part], axis=1)
        mean, wide = known.means[rows], np.sqrt(known.variances[rows])
        last = mean.astype(np.float32)[own, part]
        last += wide.astype(np.float32)[own, part] * self._normal(len(rows), draws)
        apart = last - known.at[rows, None].astype(np.float32)
        others = apart[:, None] * known.slope[rows, :, None].astype(np.float32)
        others += known.mean[rows, :, None].astype(np.float32)
        luck = self._normal(len(rows), others.shape[1], draws)
        others += np.einsum("rij,rjd->rid", self.root[rows], luck)
        return last, others

    def _normal(self, *shape: int) -> np.ndarray:
        half = self.random.standard_normal((*shape[:-1], shape[-1] // 2), np.float32)
        return np.concatenate([half, -half], axis=-1)

    def _luck(self, *shape: int) -> np.ndarray:
        half = self.random.integers(0, QUANTILES, (*shape[:-1], shape[-1] // 2), np.uint16)
        return np.concatenate([half, QUANTILES - 1 - half], axis=-1)


def needed(sizes: np.ndarray, rule: ListRule, passing: float) -> np.ndarray:
    """Quantiles of the logit with which a work of a size just reaches the share of the rule.

    One row per size. Pupils of chance p reach a number k of n with the chance I(p; k, n − k + 1),
    the incomplete beta function; what passes with the work is added to their luck.
    """
    least = _least(sizes, rule)
    never = np.isnan(least)
    number = np.where(never, 1, least)[:, None]
    chance = 1 / (1 + np.exp(-LOGITS))
    reach = special.betainc(number, np.maximum(sizes[:, None] - number + 1, 1), chance)
    apart = np.exp(-0.5 * (LOGITS[:, None] - LOGITS) ** 2 / passing)
    reach = reach @ (apart / apart.sum(axis=0))
    middles = (np.arange(QUANTILES) + 0.5) / QUANTILES
    logits = np.array([np.interp(middles, row, LOGITS) for row in reach], np.float32)
    logits[never] = np.inf
    return logits


def _least(sizes: np.ndarray, rule: ListRule) -> np.ndarray:
    """Fewest pupils of a work with whom the rule has it; NaN: the work does not count."""
    below = np.arange(1, sizes.max(initial=0) + 2)
    shape = (1, len(sizes), len(below))
    asked = Sat(
        schools=pd.RangeIndex(len(sizes)),
        works=pd.MultiIndex.from_arrays([below]),
        participants=np.broadcast_to(sizes[None, :, None], shape),
        below=np.broadcast_to(below, shape),
        joined=np.ones((1, len(below)), bool),
    )
    over = reached(asked, rule)[0]
    return np.where(over.any(axis=1), below[over.argmax(axis=1)], np.nan)
