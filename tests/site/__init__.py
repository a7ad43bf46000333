"""Tests of the report in a browser, which is shut where a worker leaves this package."""
