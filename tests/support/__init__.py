"""What several test modules share: outside programs, validation, rendering, the lint."""
