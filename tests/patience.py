"""The one bound of every wait in the tests: what takes longer hangs, however busy the machine."""

HANG_SECONDS = 300
