"""Event logs: which paths customers went, how often each move was made, and what it waited for."""
