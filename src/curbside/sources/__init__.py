"""Bytes become documents: JATS, PubMed XML, guideline JSON. Start at `detect.py`."""
