"""The views: content → picture; none imports another."""
