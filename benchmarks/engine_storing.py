"""Stored lists a second, by the product's own COPY and merge, in shards as its runs have them."""

import json

from benchmarks.measured import run_module
from benchmarks.product import fresh_product
from benchmarks.sections import Section, Value

ROWS = 100_000
SCALE = "0.2"
"""Of the cast whose openings are copied."""


def storing_section(rows: int = ROWS) -> Section:
    """Into an empty table, then over the rows of an older generation."""
    with fresh_product() as product:
        product.run("demo", "--scale", SCALE)
        said = run_module("benchmarks.engine_stored", str(rows), DATABASE_URL=product.url)
    empty, again = (rows / taken for taken in json.loads(said))
    figures: dict[str, Value] = {
        "store_rows_per_second": empty,
        "store_again_rows_per_second": again,
    }
    text = (
        f"{rows:,} lists: {empty:,.0f} rows/s into an empty table, "
        f"{again:,.0f} rows/s over those of an older generation."
    )
    return Section("Lists stored in PostgreSQL", text, figures)
