"""Surveys, event logs, sales and reviews: where scores, shares and segments come from.

Nothing above the computations knows SQL; nothing here knows a terminal. The engine and its
companions are extras, imported when a command first needs them.
"""
