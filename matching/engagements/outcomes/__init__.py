"""What each pairing may come to: one declaration a file, found by itself."""
