"""Reviews: how it goes, asked of the two at set dates, and told in confidence."""
