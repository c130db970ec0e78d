"""Charts: numbers in, a chart part and its workbook out; both are read back."""
