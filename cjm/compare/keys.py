"""Keys of a difference: what its JSON, its schema and its pages call figures and catalogues."""

OUTCOMES = ("success", "failure", "neutral", "drop_off")
FIGURES = ("balance", "disappointed", "remembered", *OUTCOMES, "length")
CATALOGUES = ("personas", "channels", "stages", "lanes", "improvements", "metrics")
