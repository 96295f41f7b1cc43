"""Tests of the walk line by line."""
