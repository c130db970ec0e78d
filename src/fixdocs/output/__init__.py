"""Files into the folder of reports: whole or not at all, a person's edits kept."""
