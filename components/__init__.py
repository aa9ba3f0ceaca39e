"""What pages are made of: a room for each page and the rooms that pages share."""
