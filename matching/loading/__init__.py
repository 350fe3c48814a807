"""CSV files of openings and candidacies become rows."""
