"""Tests of the assessment room: states, walk and lookups."""
