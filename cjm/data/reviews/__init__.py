"""Topics and tone of reviews: what customers write about, and where it hurts."""
