//! Code page 852, "MS-DOS Latin 2", which WHATWG's list of encodings does not have.

/// The characters of bytes 0x80 to 0xFF. Source: the Unicode Consortium's mapping `MICSFT/PC/CP852.TXT`.
const HIGH: &str = "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»\
                    ░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀\
                    ÓßÔŃńňŠšŔÚŕŰýÝţ´\u{ad}˝˛ˇ˘§÷¸°¨˙űŘř■\u{a0}";

/// The characters of bytes 0x80 to 0xFF, in order.
pub(crate) fn high() -> impl Iterator<Item = char> {
    HIGH.chars()
}
