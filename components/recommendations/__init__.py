"""What the page of recommendations is made of: its choice, its numbers, its words, its parts."""
