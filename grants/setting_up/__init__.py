"""Setting up a firm or a branch in Palestine: a dated list of steps, each with its source."""
