"""The page of road maps: what is due, what of it is done and shown, what is late."""
