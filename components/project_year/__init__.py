"""The page of the project year: which document of which school stands where."""
