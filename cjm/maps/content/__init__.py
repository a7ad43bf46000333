"""What a map says, in final words, without coordinates."""
