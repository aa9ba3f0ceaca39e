"""What every room stands on: texts, theme, kept answers, choices and their labels."""
