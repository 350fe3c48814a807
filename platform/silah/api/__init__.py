"""What every endpoint of the API has in common; the floors below name none of it."""
