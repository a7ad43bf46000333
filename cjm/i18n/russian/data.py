"""In Russian: what data commands say in common."""

from __future__ import annotations

OF_DATA: dict[str, str] = {
    "cjm {command} needs {library}": "cjm {command} требует {library}",
    'install it: pip install "customer-journey-map[{extra}]"': (
        'установите: pip install "customer-journey-map[{extra}]"'
    ),
}
