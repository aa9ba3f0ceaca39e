"""Know how people name tables, columns and codes, and how a sheet says it safely."""
