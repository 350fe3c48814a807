"""Openings and candidacies as people make them: what is offered to whom, question by question."""
