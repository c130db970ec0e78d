"""What is said of Word templates: their faults, with cause and cure."""

SAY: dict[str, str] = {
    # where
    "fault": "{template} > {place}: {text}",
    "faults": "Template {template} has {count} fault(s).",
    "place_joint": " > ",
    "part_body": "body",
    "part_header": "header",
    "part_footer": "footer",
    "part_footnotes": "footnotes",
    "part_properties": "document properties",
    "part_package": "the whole file",
    "below_heading": 'below heading "{heading}"',
    "paragraph": "paragraph {paragraph}",
    "table_row": "table {table}, row {row}",
    "near_miss": " Did you mean {near}?",
    # names
    "unknown_name": "There is nothing named {found}. See fixdocs fields for the names.",
    "unknown_attribute": "There is nothing named {found}. See fixdocs fields for the names.",
    "list_has_no_names": "{found} cannot be: what stands before the dot is a list. Go through it with for.",
    "text_has_no_names": "{found} cannot be: what stands before the dot is a text and has no names of its own.",
    "unknown_filter": "There is no filter named {found}.",
    "unknown_test": "There is no test named {found} (the word after is).",
    "not_text": "{found} stands for a set of things and cannot be printed as it is. Name one of them "
    "(such as {detail}), or go through a list with for.",
    "not_a_list": "{found} is no list; for cannot go through it.",
    "block_inline": "{found} is a figure and needs a paragraph of its own: {{{{p name }}}}.",
    "text_as_block": "{found} is a text, not a figure. Leave out the letter after the braces: {{{{ name }}}}.",
    # blocks
    "missing_end": "{found} has no end. Add {detail} after it.",
    "unmatched_end": "{found} ends what never began.",
    "wrong_end": "{found} does not match {detail} before it.",
    "unmatched_middle": "{found} stands in no if or for.",
    "crossing_block": "{found} and its beginning {detail} are not on one level: they belong in one cell, one table or "
    "beside each other as paragraphs, with the same letter.",
    # typing
    "syntax": "{found} is not understood ({detail}).",
    "unclosed_tag": "{found} opens braces that do not close in its paragraph.",
    "unopened_tag": "{found} closes braces that never opened.",
    "full_width_braces": "{found} has full-width braces or percent signs. Type them again with a Latin keyboard.",
    "spaced_braces": "{found} has a space between its two signs. Remove it.",
    "spaced_level": "{found} has a space between the braces and the letter p, tr, tc or r. Remove it.",
    "glued_level": "{found} lacks a space after the letter p, tr, tc or r.",
    "split_tag": "{found} stands partly inside a link, a tracked change or a content control. Accept the changes and "
    "type it anew.",
    "row_tag_outside": "{found} belongs in a table row.",
    "cell_tag_outside": "{found} belongs in a table cell.",
    "two_tags": "{found} stand together. Only one such tag may stand in a paragraph (p), row (tr) or cell (tc).",
    "braces_in_level_tag": "{found} may hold no further braces or percent signs. Use a name that has the value ready.",
    "lost_text_p": '{found} takes its whole paragraph away, and "{detail}" with it. Move the text to another one.',
    "lost_text_tr": '{found} takes its whole row away, and "{detail}" with it. Give the tag a row of its own.',
    "lost_text_tc": '{found} takes its whole cell away, and "{detail}" with it. Give the tag a cell of its own.',
    # rendering
    "undefined": '"{found}" uses something that does not exist ({detail}).',
    "unsafe": '"{found}" does what a template may not: it may only use what the report holds ({detail}).',
    "too_much": '"{found}" makes more than a document can hold and was stopped. Look at its loops and repetitions.',
    "too_slow": "Rendering took too long and was stopped. Look at the loops.",
    "no_child": "No limited child process could be started, so the template was not used ({detail}).",
    "broken_xml": "The document that came out is not well formed ({detail}). See that figures stand as "
    "{{{{p name }}}}, and that loops begin and end on one level.",
    "failed": '"{found}" could not be rendered ({detail}).',
    # the file
    "not_a_package": "This is no Word document (.docx). Save an old .doc as .docx first.",
    "damaged": "The file is damaged and cannot be opened ({found}).",
    "encrypted": "The file has a password. Remove it first.",
    "doubled_part": "The file holds two parts of one name ({found}). Open it in Word and save a copy.",
    "too_many_parts": "The file holds too many parts to be a template.",
    "part_too_large": "The file is too large when unpacked ({found}). Make its pictures smaller.",
    "too_large": "The file is too large. Make its pictures smaller.",
    "macro": "The template has macros ({found}). Save it as .docx without them.",
    "active_content": "The template has an embedded program or control ({found}). Remove it.",
    "attached_template": "The template is tied to another template file ({found}). Set it to Normal under "
    "Developer > Document Template.",
    "outside_link": "The template links to an outside file ({found}). Embed it or remove it.",
    "alt_chunk": "The template includes another file ({found}). Open it in Word and save a copy.",
    "entity": "The template declares XML entities ({found}): Word did not write this file.",
    "fetching_field": "The field {found} in the template would fetch or run something when the report is opened. "
    "Remove it.",
}
