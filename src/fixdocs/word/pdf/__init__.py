"""Documents → PDFs and page numbers, through LibreOffice."""
