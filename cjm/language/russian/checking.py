CHECKING: dict[str, str] = {}
