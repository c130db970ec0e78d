"""What the five reports share: front matter, formats, figures, and the hand that writes sentences."""
