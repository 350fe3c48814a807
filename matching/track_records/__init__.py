"""What investors did: the rounds they took part in, and the kinds that are told of them."""
