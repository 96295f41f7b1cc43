"""Questionnaires: Markdown read, checked and found, as frozen data."""
