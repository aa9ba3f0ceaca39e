"""The words for tables, columns and codes, and how they are safely written into a sheet."""
