"""The studio: a journey is edited by touching its map, while its text stays the source."""
