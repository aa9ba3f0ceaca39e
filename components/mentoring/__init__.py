"""What the page of mentoring is made of: its choice, its numbers, its figures and its parts."""
