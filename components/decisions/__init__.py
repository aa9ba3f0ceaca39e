"""The page of signals and decisions: whom to help first, what was decided, what came of it."""
