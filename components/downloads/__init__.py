"""Files that leave: one pure function per format over the same frame, columns and provenance.

A new format is a module with one function of this signature that reads the frame through
`columns.cells`.
"""

from components.downloads.columns import About, FileColumn, Sheet
from components.downloads.csv_files import excel_csv, machine_csv
from components.downloads.names import file_name
from components.downloads.xlsx_files import xlsx
from components.downloads.zip_files import zipped

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
"""What browsers call a workbook."""

__all__ = [
    "XLSX_TYPE",
    "About",
    "FileColumn",
    "Sheet",
    "excel_csv",
    "file_name",
    "machine_csv",
    "xlsx",
    "zipped",
]
