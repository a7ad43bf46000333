FIELDS: dict[str, str] = {}
