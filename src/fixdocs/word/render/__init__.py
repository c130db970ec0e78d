"""Template + context → the parts of a document, the team's own templates in a child process with limits."""
