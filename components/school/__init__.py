"""The page of one school: its card on a screen and on a sheet of paper."""
