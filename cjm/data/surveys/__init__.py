"""Surveys: answers → scores, paired evidence and metrics with their intervals."""
