"""The curve of the sheet: expectation and experience over the touchpoints, and the balance."""
