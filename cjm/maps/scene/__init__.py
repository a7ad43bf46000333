"""What pictures are made of: shapes, text and its size, fonts."""
