"""Rows become values and values rows."""
