"""The server: the site live in the browser of whoever writes journeys, read only."""
