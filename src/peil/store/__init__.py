"""The store: one file per assessment, locked, checksummed, never half written."""
