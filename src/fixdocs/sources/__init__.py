"""The ledger for people: every figure a report prints → a workbook that leads to the cells it comes from."""
