"""The claims the reports may make, a module a subject; each function is a claim's guard."""
