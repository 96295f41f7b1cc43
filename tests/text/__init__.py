"""Foreign text, languages and the catalogue."""
