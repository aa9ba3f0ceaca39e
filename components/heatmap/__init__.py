"""The heat map: every municipality beside the region, as matrix, map, tiles or table."""
