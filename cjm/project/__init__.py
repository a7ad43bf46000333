"""The project: which files are journeys, their workspace, reading them, and what is kept of it."""
