"""Tests of Peil: they mirror src/peil, with folders for screens, terminals and faults."""
