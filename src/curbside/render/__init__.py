"""Answers, topics and documents become JSON, Markdown and terminal pages."""
