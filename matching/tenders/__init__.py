"""Companies abroad post tenders; local firms answer blind: under an alias, until they are named."""
