"""What the page of dynamics is made of: its choice, its numbers, its figures and its parts."""
