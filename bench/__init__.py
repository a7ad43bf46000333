"""Benchmarks: whole commands beside their peers, in one run. Run: make bench."""
