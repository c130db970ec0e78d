"""What is said of files written: what became of each, and the names of files that stand beside another."""

SAY: dict[str, str] = {
    "beside_name": "{stem} (new {n}){suffix}",
    "kept_name": "{stem} (edited {n}){suffix}",
    "written": "Written: {path}",
    "unchanged": "Unchanged: {path}",
    "kept_edit": "{path} was edited after it was built and has been kept as it is; the new one is {beside}. "
    "Use --force to replace it (a copy is kept).",
    "replaced_edit": "Written: {path}; the edited one was kept as {kept}.",
    "locked": "{path} is open in another program (such as Word) and was not written. Close it and build again.",
    "failed": "{path} was not written: {reason}.",
    "failed_read": "{path} could not be read: {reason}.",
    "busy": "Another fixdocs is writing to {folder}. Try again in a moment.",
    "no_folder": "The folder {folder} cannot be used: {reason}.",
    "no_office": "LibreOffice was not found, so there is no PDF. Install LibreOffice; if it stands in an unusual "
    "place, name its soffice in the environment variable FIXDOCS_SOFFICE.",
    "office_failed": "LibreOffice made no PDF: {reason}.",
    "office_slow": "LibreOffice did not finish within {seconds} seconds and was stopped.",
    "pack_missing": "The installation is incomplete: the templates that belong to it are missing ({path}). "
    "Install fixdocs again.",
    "own_folder_missing": "There is no template folder {path}.",
}
