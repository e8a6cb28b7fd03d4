"""Passages become hits: a reference index that is slow and obvious, and the embedded default."""
