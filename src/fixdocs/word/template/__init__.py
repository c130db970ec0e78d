"""What a Word template may hold: its tags, the names it uses, and every fault with its place."""
