"""Rows as others take them along."""
