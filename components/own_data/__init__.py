"""Bring a region's own data in: templates, files, remarks, differences, publication, versions."""
