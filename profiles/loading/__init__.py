"""CSV files of people and firms become rows: checked a row at a time, written in batches."""
