"""Ask the store: every public function gives a SELECT and runs nothing."""
