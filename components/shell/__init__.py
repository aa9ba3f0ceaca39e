"""What frames every page: menu, filters, messages, provenance, tables and files."""
