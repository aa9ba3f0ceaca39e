"""The summary page: cards, what to look at first, the region by year."""
