"""The page of mentoring: coverage, pace, network, proposed pairs, what if."""
