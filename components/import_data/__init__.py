"""The page on which files are brought: templates, remarks, what would change, publishing."""
