"""The page of decisions: what was asked of whom, what it lacks, what came back."""
