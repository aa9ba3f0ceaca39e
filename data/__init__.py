"""Hold what the numbers are and how they get in; the only room that opens the database."""
