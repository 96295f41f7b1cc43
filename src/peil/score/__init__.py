"""Scores, levels, standing and verdict: pure functions over frozen data."""
