"""Who asked whom to meet, until when an answer is due, what came of it, and who may read whom."""
