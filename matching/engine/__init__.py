"""Integers in, lists out: who should meet whom, exactly, and why. Knows nothing of Django."""
