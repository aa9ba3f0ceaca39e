"""The page of schools: a directory that is filtered, sorted and taken away as a file."""
