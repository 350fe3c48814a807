"""Machine code that walks two sides: exhaustively, best first, or against a bar for each doc."""
