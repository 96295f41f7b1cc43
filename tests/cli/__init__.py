"""The commands, called as a script calls them."""
