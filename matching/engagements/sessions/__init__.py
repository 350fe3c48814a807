"""Sessions of what came of it: proposed in both clocks, booked, held or missed, and logged."""
