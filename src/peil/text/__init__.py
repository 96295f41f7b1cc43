"""Text: foreign text made safe, and the program's own words in two languages."""
