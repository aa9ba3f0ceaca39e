"""What the page of road maps is made of: its choice, its numbers, its figures and its parts."""
