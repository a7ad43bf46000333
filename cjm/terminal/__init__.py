"""Pages: Journey, Analysis or figures → everything worth knowing of them, for a terminal."""
