"""Bound what a file may cost before it is read; the numbers stand here and nowhere else."""

MEGABYTE = 1024 * 1024

FILE_BYTES = 100 * MEGABYTE
UNPACKED_BYTES = 400 * MEGABYTE
UNPACKED_RATIO = 100
"""How many times its own size a workbook may unpack to."""
HARMLESS_BYTES = 20 * MEGABYTE
"""A workbook that unpacks to less is small whatever its ratio: empty formatted rows pack well."""
MEMBERS = 10_000
"""Files inside a workbook."""

ROWS = 2_000_000
COLUMNS = 500
CELL_SIGNS = 32_767
LINE_SIGNS = 4 * MEGABYTE
"""A line of a text file that is longer is no row of a table."""

WORKBOOK_MEMORY = 2048 * MEGABYTE
WORKBOOK_SECONDS = 60
WORKBOOK_OUTPUT = 256 * MEGABYTE
"""What the process that unpacks a workbook may take, and write, before it is ended: one text that
many cells share is written again for each of them."""

SMALL_BYTES = MEGABYTE // 4
"""A file that is no larger is read within the server: it takes less time than to start a process,
and unpacked it stays harmless."""
READING_MEMORY = 4096 * MEGABYTE
READING_SECONDS = 600
"""What the process that reads a larger file may take before it is ended."""
RECIPE_ROWS = 10_000
"""A table that is read by a recipe has no more rows than this: each answer reads it anew."""

HEADER_ROWS = 30
"""The header is looked for among so many rows."""
SKIPPED_ROWS = 1000
"""So many totals and notes are skipped; more of them are rows, and the checks will complain."""
SHOWN = 50
"""Faults of one column and rule that are listed; the rest would only repeat them."""
