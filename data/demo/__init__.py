"""Generate the demonstration set: numbers of invented schools, in the form a region brings them."""

from data.demo.parameters import DEFAULT_SEED
from data.demo.truth import Truth, truth
from data.demo.write import write

__all__ = ["DEFAULT_SEED", "Truth", "truth", "write"]
