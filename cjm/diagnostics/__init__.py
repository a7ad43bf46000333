"""What is found in journeys: severity, finding, report."""
