"""What a member of the diaspora may do next, from what came true so far: one step, or none."""
