"""The page of risk profiles: which factors schools have, how they change, what answers them."""
