"""The pages on which people make openings and candidacies of their own."""
