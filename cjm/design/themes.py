"""Themes: the colours of a map, as tokens of the visual language."""

from cjm.tuples import NamedTuple


class Tone(NamedTuple):
    """The colours of one level: `fill` and the text `on` it, lines, and text on plain ground.

    `tint` is the ground between the curve and its zero line, `outline` surrounds the tag and
    `edge` the marker on the curve.
    """

    fill: str
    on: str
    line: str
    text: str
    tint: str
    edge: str
    outline: str | None = None
    outline_width: float = 1


class Theme(NamedTuple):
    """Every colour a picture is drawn with, by the names of `cjm.design.tokens`.

    None where a theme has no such colour, and what would have it is not painted.
    """

    name: str
    canvas: str
    band: str
    band_head: str
    card: str
    line: str
    rule: str
    ink: str
    muted: str
    edge: str
    edge_label: str
    likely_path: str
    halo: str
    disappointment: Tone
    satisfaction: Tone
    delight: Tone
    moment: str
    moment_line: str
    on_moment: str
    star: str
    star_edge: str
    solid: str
    on_solid: str
    avatar: str
    seam: str
    moment_strip: str | None = None
    moment_rule: str | None = None
    moment_edge: str | None = None
    loop_core: str | None = None
    hatch: str | None = None
    figure_ground: str | None = None

    def tone(self, level: str) -> Tone:
        """The colours of a level; those of satisfaction for what is unmeasured."""
        match level:
            case "disappointment":
                return self.disappointment
            case "delight":
                return self.delight
            case _:
                return self.satisfaction


LIGHT = Theme(
    name="light",
    canvas="#FFFFFF",
    band="#F4F2ED",
    band_head="#E9E5DC",
    card="#FFFFFF",
    line="#D5CFC3",
    rule="#DEDAD1",
    ink="#1C2333",
    muted="#565E6D",
    edge="#818998",
    edge_label="#3B4454",
    likely_path="#39425A",
    halo="#F8CDB9",
    disappointment=Tone("#B83A0C", "#FFFFFF", "#B83A0C", "#9E2F06", "#FBE4D9", "#FFFFFF"),
    satisfaction=Tone("#E6E1D6", "#1C2333", "#6F7786", "#565E6D", "#EFECE5", "#FFFFFF", "#BDB6A7"),
    delight=Tone("#0A62AE", "#FFFFFF", "#0A62AE", "#09559A", "#DDEBF7", "#FFFFFF"),
    moment="#1C2333",
    moment_line="#1C2333",
    on_moment="#FFFFFF",
    star="#F2B91D",
    star_edge="#1C2333",
    solid="#1C2333",
    on_solid="#FFFFFF",
    avatar="#E6E1D6",
    seam="#8A8A8A",
    moment_strip="#1C2333",
)

DARK = Theme(
    name="dark",
    canvas="#10141A",
    band="#181E27",
    band_head="#222A35",
    card="#262F3B",
    line="#3C4858",
    rule="#2D3744",
    ink="#EEF2F7",
    muted="#A9B4C2",
    edge="#6E7A8A",
    edge_label="#C5CEDA",
    likely_path="#C3CCD8",
    halo="#5E3324",
    disappointment=Tone("#FF9062", "#2B0F03", "#FF9062", "#FFA57F", "#4A2A1E", "#262F3B"),
    satisfaction=Tone("#465264", "#EEF2F7", "#A9B4C2", "#A9B4C2", "#2D3744", "#262F3B", "#76849A"),
    delight=Tone("#6CB8F6", "#04223E", "#6CB8F6", "#85C5F9", "#1D3A54", "#262F3B"),
    moment="#0B0E13",
    moment_line="#76849A",
    on_moment="#EEF2F7",
    star="#F5C443",
    star_edge="#F5C443",
    solid="#EEF2F7",
    on_solid="#10141A",
    avatar="#3C4858",
    seam="#8A8A8A",
    moment_strip="#0B0E13",
    moment_edge="#76849A",
)

PRINT = Theme(
    name="print",
    canvas="#FFFFFF",
    band="#F3F3F3",
    band_head="#E4E4E4",
    card="#FFFFFF",
    line="#9A9A9A",
    rule="#BDBDBD",
    ink="#111111",
    muted="#4D4D4D",
    edge="#8A8A8A",
    edge_label="#333333",
    likely_path="#3A3A3A",
    halo="#CFCFCF",
    disappointment=Tone("#1A1A1A", "#FFFFFF", "#1A1A1A", "#111111", "#D9D9D9", "#FFFFFF"),
    satisfaction=Tone("#E4E4E4", "#111111", "#767676", "#4D4D4D", "#EEEEEE", "#FFFFFF", "#767676"),
    delight=Tone("#FFFFFF", "#111111", "#1A1A1A", "#111111", "#F3F3F3", "#111111", "#111111", 2),
    moment="#FFFFFF",
    moment_line="#111111",
    on_moment="#111111",
    star="#111111",
    star_edge="#111111",
    solid="#1A1A1A",
    on_solid="#FFFFFF",
    avatar="#E4E4E4",
    seam="#8A8A8A",
    moment_rule="#111111",
    moment_edge="#111111",
    loop_core="#FFFFFF",
    hatch="#A3A3A3",
    figure_ground="#FFFFFF",
)

THEMES = (LIGHT, DARK, PRINT)


def theme_of(name: str) -> Theme:
    """The theme of that name; KeyError where there is none."""
    return {theme.name: theme for theme in THEMES}[name]


def mixed(colour: str, ground: str, part: float) -> str:
    """The colour with `part` (0 to 1) of the ground mixed in; spares gradients."""
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    return "#" + "".join(f"{round(a * (1 - part) + b * part):02X}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))
