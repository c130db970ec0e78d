"""Workbooks for people from what people filled: marked copies, the next step, ballots, what stands where."""
