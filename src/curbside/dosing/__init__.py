"""Dosing: orders and patient facts become amounts, with the arithmetic in sight."""
