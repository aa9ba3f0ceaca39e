"""Write the files that go back to people: templates to fill in, and their own files marked."""
