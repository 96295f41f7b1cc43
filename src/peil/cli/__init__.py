"""The commands: argument handling only."""
