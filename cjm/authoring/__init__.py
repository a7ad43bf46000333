"""What helps people write journeys: the schema for editors, the rule pages."""
