"""The page of what a reader was told: of every floor, newest first, by day."""
