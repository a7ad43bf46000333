REPORTS: dict[str, str] = {}
