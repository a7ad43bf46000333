"""Two states of journeys → what differs: touchpoints matched, gaps better and worse, figures."""
