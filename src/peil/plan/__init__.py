"""The plan: which steps, in which order, in which week, and why."""
