"""Icons of channels: open paths on a grid of 16, drawn for this project."""

from __future__ import annotations

from functools import lru_cache

from cjm.journey import Channel

ICONS = {
    "web": "M1.75 4.25a1.5 1.5 0 0 1 1.5-1.5h9.5a1.5 1.5 0 0 1 1.5 1.5v7.5a1.5 1.5 0 0 1-1.5 1.5"
    "h-9.5a1.5 1.5 0 0 1-1.5-1.5z M1.75 6.25h12.5 M4.5 9h4 M4.5 11h2.5",
    "app": "M4.25 2.75a1.5 1.5 0 0 1 1.5-1.5h4.5a1.5 1.5 0 0 1 1.5 1.5v10.5a1.5 1.5 0 0 1-1.5 1.5"
    "h-4.5a1.5 1.5 0 0 1-1.5-1.5z M7.25 12.5h1.5 M6.6 6.4l1 1.1 2-2.4",
    "phone": "M4.3 1.9h1.5l1.1 3.2-1.5 1.2c.8 1.9 2.4 3.5 4.3 4.3l1.2-1.5 3.2 1.1v1.5"
    "c0 1.3-1 2.4-2.3 2.4C6.6 14.1 1.9 9.4 1.9 4.2 1.9 2.9 3 1.9 4.3 1.9z",
    "chat": "M2.75 1.75h6.5a1 1 0 0 1 1 1v4a1 1 0 0 1-1 1H5.5l-2 1.9v-1.9h-.75a1 1 0 0 1-1-1v-4"
    "a1 1 0 0 1 1-1z M12.5 5.75h.75a1 1 0 0 1 1 1v4.25a1 1 0 0 1-1 1h-.75v2l-2.1-2H7.25"
    "a1 1 0 0 1-1-1v-.75",
    "messenger": "M1.75 7.6L14.25 2l-2.4 11.6-4-3.1z M14.25 2L7.85 10.5 7.6 14l2-2.15",
    "email": "M1.75 4.5a1.25 1.25 0 0 1 1.25-1.25h10a1.25 1.25 0 0 1 1.25 1.25v7"
    "a1.25 1.25 0 0 1-1.25 1.25H3a1.25 1.25 0 0 1-1.25-1.25z M2.1 4.4L8 8.9l5.9-4.5",
    "sms": "M3.25 2.25h9.5a1.5 1.5 0 0 1 1.5 1.5v5.5a1.5 1.5 0 0 1-1.5 1.5H8l-3.25 3v-3h-1.5"
    "a1.5 1.5 0 0 1-1.5-1.5v-5.5a1.5 1.5 0 0 1 1.5-1.5z M5 6.5h.01 M8 6.5h.01 M11 6.5h.01",
    "store": "M2.75 8v5a1 1 0 0 0 1 1h8.5a1 1 0 0 0 1-1V8 M3.2 2h9.6l1.45 3.4"
    "a1.9 1.9 0 0 1-3.1 1.2 2.2 2.2 0 0 1-3.15 0 2.2 2.2 0 0 1-3.15 0 1.9 1.9 0 0 1-3.1-1.2z "
    "M6.25 14v-3.25h3.5V14",
    "courier": "M1.25 3.5h7.5v8h-2.4 M3.35 11.5h-2.1v-8 M8.75 6h2.9l3.1 3v2.5h-1.1 M10.65 11.5h-1.9"
    " M6.35 12a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0z M13.65 12a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0z",
    "social": "M5.75 8a2 2 0 1 1-4 0 2 2 0 0 1 4 0z M14.25 3.6a1.85 1.85 0 1 1-3.7 0"
    " 1.85 1.85 0 0 1 3.7 0z M14.25 12.4a1.85 1.85 0 1 1-3.7 0 1.85 1.85 0 0 1 3.7 0z"
    " M5.55 7.1l5.15-2.65 M5.55 8.9l5.15 2.65",
    "car": "M2.6 7.5L4 3.9a1.5 1.5 0 0 1 1.4-1h5.2a1.5 1.5 0 0 1 1.4 1l1.4 3.6 M1.75 11.75V9"
    "a1.5 1.5 0 0 1 1.5-1.5h9.5a1.5 1.5 0 0 1 1.5 1.5v2.75z M3.5 11.75v1.5 M12.5 11.75v1.5"
    " M4.5 9.6h.01 M11.5 9.6h.01",
    "person": "M10.6 4.6a2.6 2.6 0 1 1-5.2 0 2.6 2.6 0 0 1 5.2 0z"
    " M2.75 14.1c.3-2.9 2.4-4.5 5.25-4.5s4.95 1.6 5.25 4.5",
    "place": "M8 14.5c3-3.3 4.6-5.8 4.6-8a4.6 4.6 0 0 0-9.2 0c0 2.2 1.6 4.7 4.6 8z"
    " M9.6 6.4a1.6 1.6 0 1 1-3.2 0 1.6 1.6 0 0 1 3.2 0z",
    "other": "M13.5 8a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0z M8 8h.01",
}
CHECK = "M4.2 8.3l2.6 2.7 5-5.6"
CROSS = "M5 5l6 6 M11 5l-6 6"
DASH = "M4.75 8h6.5"
TURN = "M13.2 6.2A5.6 5.6 0 1 0 13.6 9.6 M13.6 2.6v3.8H9.8"

# The beginnings of words that tell a channel, most telling first: «мобильное приложение» is an
# app, «звонок из магазина» a phone call.
_HINTS = (
    ("sms", "sms смс push пуш"),
    ("email", "email e-mail mail newsletter письм почт рассылк"),
    ("app", "app mobile приложени мобильн"),
    ("messenger", "messenger telegram whatsapp viber max мессенджер телеграм ватсап"),
    ("chat", "chat bot assistant чат бот ассистент"),
    ("phone", "phone call hotline ivr телефон звон колл контакт-центр горяч"),
    ("social", "social ad ads blog video instagram facebook youtube vk соцсет реклам блог видео"),
    ("courier", "courier delivery truck shipping parcel курьер доставк посылк"),
    ("car", "car taxi ride vehicle авто такси машин салон-авто"),
    ("store", "store shop mall pickup retail market магазин витрин пункт касс торгов"),
    (
        "place",
        "office branch place hotel clinic bank airport офис отделен филиал отел клиник место",
    ),
    ("web", "web site website online portal page browser сайт портал веб онлайн кабинет"),
    ("person", "person people staff manager meeting visit сотрудник человек менеджер встреч визит"),
)


@lru_cache(maxsize=256)  # many touchpoints share few channels
def icon_of(channel: Channel | None) -> str:
    """The name of the icon that suits a channel, by its id, its title, and its kind."""
    if channel is None:
        return "other"
    for text in (channel.id, channel.title):
        words = text.lower().replace("_", " ").replace("-", " ").split()
        for icon, hints in _HINTS:
            if any(_hinted(word, hint) for word in words for hint in hints.split()):
                return icon
    return {"online": "web", "offline": "person"}.get(channel.kind or "", "other")


def _hinted(word: str, hint: str) -> bool:
    return word == hint or (len(hint) > 3 and word.startswith(hint))
