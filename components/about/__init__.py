"""The page about the data: version, indicator cards, rules with numbers, sources, licences."""
