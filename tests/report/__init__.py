"""Exports, lists and JSON."""
