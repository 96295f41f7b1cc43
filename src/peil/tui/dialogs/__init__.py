"""The dialogs over a page, each imported when it is first opened."""
