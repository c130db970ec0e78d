"""Neutral graphs and trees → a Scene of placed shapes → DrawingML or SVG.

Layout decides, drawing only transcribes. Nothing here knows the method or a person's language:
every word in a figure comes in as an argument.
"""
