"""One question a page: declared once, asked, kept as a draft, checked, changed."""
