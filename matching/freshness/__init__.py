"""Lists that follow what people change: exact at once, without indexing everyone anew."""
