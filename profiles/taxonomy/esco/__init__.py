"""Skills of ESCO, the European classification, taken into the taxonomy beside our own."""
