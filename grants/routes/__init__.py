"""How somebody in Palestine can be engaged from abroad: five routes, with what is known of each."""
