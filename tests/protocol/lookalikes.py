"""Names and numbers that someone in a hurry takes for those of 112 or Veilig Thuis; no overlay may use them."""

LOOKALIKES = (
    *("Veilig Thuis", "VEILIG THUIS Stad", "Veiligthuis", "Veilig-Thuis", "V e i l i g T h u i s", "Veilig Huis"),
    *("Vеilig Thuis", "Ｖｅｉｌｉｇ Ｔｈｕｉｓ", "Ve1lig Thu1s", "Vëilig Thuìs", "ᴠᴇɪʟɪɢ ᴛʜᴜɪꜱ"),  # noqa: RUF001
    *("Veillig Thuis", "112", "112 Stad", "1-1-2", "0800 2000", "O8OO-2OOO", "Alarmnummer Stad", "AMHK"),
    *("VT Stad", "Veilig Samen Thuis", "Thuis en Veilig", "Noodnummer Stad", "SOS Stad"),
    *("Ѵеіӏіɡ Тһυіѕ", "１１２", "АМНК"),  # noqa: RUF001
)
"""Names that someone in a hurry takes for 112 or Veilig Thuis."""

NEAR = (
    *("0800-2001", "0900-2000", "0800-200", "0800-20000", "0800-0200", "1112", "0800 2002"),
    *("+31 800 2001", "+31 800 2000", "0031 112"),
)
"""Numbers that are one slip of the finger away."""
