"""The system around cjm: files written whole, git, worker processes."""
