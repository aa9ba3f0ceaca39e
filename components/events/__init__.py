"""What the page of events is made of: its choice, its numbers and its parts."""
