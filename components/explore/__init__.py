"""The page of exploring: ask the data a question that no page asks."""
