"""The page of dynamics: what became of each cohort, and what of it chance explains."""
