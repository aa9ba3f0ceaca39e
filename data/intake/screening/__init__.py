"""What received rows would change, what in them is doubtful, and the draft that they make."""
