"""Python in a page: the studio's functions over texts in memory, nothing installed or sent."""
