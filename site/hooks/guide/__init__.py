"""What the pages of the guide are made of: the schema, the catalogue, the command line and the sample."""
