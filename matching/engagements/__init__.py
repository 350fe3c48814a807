"""What came of it: hires, contracts, placements, investments and mentoring, as both sides say."""
