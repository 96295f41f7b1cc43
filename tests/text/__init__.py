"""Tests of the words and of foreign text."""
