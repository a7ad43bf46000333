"""How everything looks: the themes."""
