"""Tests of questionnaires: reading, checking, finding."""
