"""Give programs the rows behind the pages: addresses for reading alone, with a reader's rights."""
