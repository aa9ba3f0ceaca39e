"""The page of the list of low-performing schools: who is on it, since when, by what rule."""
