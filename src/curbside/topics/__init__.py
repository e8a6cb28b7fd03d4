"""YAML becomes topics, sources and glossary; the rules a topic file must keep."""
