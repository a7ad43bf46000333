"""What is drawn the same way in every view."""
