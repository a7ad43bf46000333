"""Journeys in other people's forms, both ways: JSON, Mermaid, tables."""
