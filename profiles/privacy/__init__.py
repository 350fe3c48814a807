"""What people decide about being found: by whom, under which name, by whom never, or at all."""
