"""The one door: changes, undo, saving."""
