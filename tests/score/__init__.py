"""Tests of the score room: scores, standing, explanations and sentences."""
