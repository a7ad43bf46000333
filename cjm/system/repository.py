"""Which repository a folder lies in: how far its workspace may read."""

import os


def find_repository(folder: str) -> str | None:
    """The repository that a folder lies in, as a real path; None outside of any."""
    here = os.path.realpath(folder)
    while not os.path.exists(os.path.join(here, ".git")):
        here, before = os.path.dirname(here), here
        if here == before:
            return None
    return here


def root_of(folder: str) -> str:
    """How far a workspace in that folder may read: its repository, outside of any the folder."""
    return find_repository(folder) or os.path.realpath(folder)


def within(real: str, root: str) -> bool:
    """Whether a real path is another one or lies below it."""
    return real == root or real.startswith(root.rstrip(os.sep) + os.sep)


def leads_out(file: str) -> bool:
    """Whether a file of a workspace is a link beyond what the workspace may read."""
    return not within(os.path.realpath(file), root_of(os.path.dirname(file) or "."))
