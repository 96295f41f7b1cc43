"""The pages of the screen, each imported when it is first opened."""
