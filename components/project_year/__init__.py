"""What the page of the project year is made of: its choice, its numbers and its parts."""
