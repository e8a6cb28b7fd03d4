"""Curbside: an open, self-hosted clinical answer engine."""
