"""Mermaid, both ways: user journeys and flowcharts."""
