"""The walk line by line: the same questions without a full screen."""
