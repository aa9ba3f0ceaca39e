"""The page of data versions: who published what, looking at an older one, why a number changed."""
