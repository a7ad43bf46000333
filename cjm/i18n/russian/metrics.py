"""Russian: metrics against their targets."""

METRICS = {
    "target {target}": "цель {target}",
    "target {target}: met": "цель {target}: достигнута",
    "target {target}: missed": "цель {target}: не достигнута",
    "target {target}: not measured yet": "цель {target}: ещё не измерено",
}
"""English template → Russian."""
