"""What somebody keeps: openings and profiles to come back to, searches and mail about news."""
