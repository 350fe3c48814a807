"""A satisfied client introduces another company to the firm, by a link and in one step."""
