"""Customers from sales: RFM, ABC, cohorts, retention, lifetime value, loyalty programme."""
