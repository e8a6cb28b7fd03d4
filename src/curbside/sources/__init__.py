"""Bytes of a known format become a Document."""
