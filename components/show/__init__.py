"""Show: a story on the whole screen, its slides in order, kept live or frozen, and its files."""
