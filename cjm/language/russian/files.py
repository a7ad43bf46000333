FILES: dict[str, str] = {}
