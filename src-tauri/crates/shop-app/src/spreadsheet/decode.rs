//! Decodes the bytes of a table to text. An encoding is accepted only if the whole file is valid in it: a damaged file
//! is refused with the line of its first invalid byte, and not decoded with another encoding, which would garble every
//! name.

use encoding_rs::{DecoderResult, EUC_KR, Encoding, UTF_16BE, UTF_16LE};

use shop_contract::CsvEncoding;

const UTF_8_MARK: &[u8] = &[0xEF, 0xBB, 0xBF];
const UTF_16LE_MARK: &[u8] = &[0xFF, 0xFE];
const UTF_16BE_MARK: &[u8] = &[0xFE, 0xFF];

/// The line, from 1, of the first invalid byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct BadByte {
    pub(crate) line: i64,
}

/// Decodes a file: by its byte order mark, otherwise as UTF-8, otherwise as CP949 (the superset of EUC-KR that Korean
/// spreadsheets write). The mark is removed.
///
/// # Errors
/// [`BadByte`] if no encoding fits the whole file.
pub(crate) fn decode(bytes: Vec<u8>) -> Result<(String, CsvEncoding), BadByte> {
    if bytes.starts_with(UTF_8_MARK) {
        let text = String::from_utf8(bytes).map_err(|error| bad_utf8(error.as_bytes()))?;
        return Ok((text[UTF_8_MARK.len()..].to_owned(), CsvEncoding::Utf8));
    }
    for (mark, encoding) in [(UTF_16LE_MARK, UTF_16LE), (UTF_16BE_MARK, UTF_16BE)] {
        if let Some(rest) = bytes.strip_prefix(mark) {
            return Ok((strictly(encoding, rest)?, CsvEncoding::Utf16));
        }
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Ok((text, CsvEncoding::Utf8)),
        Err(error) => error.into_bytes(),
    };
    if is_mostly_utf8(&bytes) {
        return Err(bad_utf8(&bytes));
    }
    let text = strictly(EUC_KR, &bytes)?;
    if reads_as_korean(&bytes) { Ok((text, CsvEncoding::Cp949)) } else { Err(bad_utf8(&bytes)) }
}

fn bad_utf8(bytes: &[u8]) -> BadByte {
    let valid = bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    BadByte { line: line_after(valid.as_bytes()) }
}

/// The text without any replacement, or the line of the first byte that needs one.
fn strictly(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, BadByte> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length_without_replacement(bytes.len());
    let mut text = String::with_capacity(room.unwrap_or_default());
    match decoder.decode_to_string_without_replacement(bytes, &mut text, true) {
        (DecoderResult::InputEmpty, _) => Ok(text),
        _ => Err(BadByte { line: line_after(text.as_bytes()) }),
    }
}

/// The number of the line after these bytes. CR LF is one line end.
fn line_after(bytes: &[u8]) -> i64 {
    let is_end = |(place, byte): (usize, &u8)| match byte {
        b'\n' => true,
        b'\r' => bytes.get(place + 1) != Some(&b'\n'),
        _ => false,
    };
    let ends = bytes.iter().enumerate().filter(|entry| is_end(*entry)).count();
    i64::try_from(ends).unwrap_or(i64::MAX).saturating_add(1)
}

/// Whether most of the non-ASCII bytes are valid UTF-8. In Korean CP949 about one in ten is, by chance.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut valid, mut invalid) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().bytes().filter(|byte| !byte.is_ascii()).count();
        invalid += chunk.invalid().len();
    }
    valid > invalid
}

/// Whether CP949 decodes to Korean text. Nearly every pair of bytes is valid in CP949, so that GBK, Shift_JIS or
/// Windows-1252 text decodes too, to Chinese characters and rare syllables. Three quarters of the letters must be among
/// the 2,350 common syllables of KS X 1001.
fn reads_as_korean(bytes: &[u8]) -> bool {
    let (mut common, mut others) = (0_usize, 0_usize);
    let mut rest = bytes;
    while let [first, tail @ ..] = rest {
        let Some((second, after)) = tail.split_first().filter(|_| !first.is_ascii()) else {
            rest = tail;
            continue;
        };
        match (first, second) {
            (0xB0..=0xC8, 0xA1..) => common += 1,
            // The symbols, Latin, Greek and Japanese letters of KS X 1001 are ignored.
            (0xA1..=0xAF, 0xA1..) => {}
            _ => others += 1,
        }
        rest = after;
    }
    common >= 3 * others
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "name,category\r\n무쇠 주물팬,주방\r\n머그컵,주방\r\n";

    fn cp949(text: &str) -> Vec<u8> {
        EUC_KR.encode(text).0.into_owned()
    }

    fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        format!("\u{FEFF}{text}").encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn each_encoding_gives_the_same_text() {
        for (bytes, encoding) in [
            (TABLE.as_bytes().to_vec(), CsvEncoding::Utf8),
            (format!("\u{FEFF}{TABLE}").into_bytes(), CsvEncoding::Utf8),
            (utf16(TABLE, u16::to_le_bytes), CsvEncoding::Utf16),
            (utf16(TABLE, u16::to_be_bytes), CsvEncoding::Utf16),
            (cp949(TABLE), CsvEncoding::Cp949),
        ] {
            assert_eq!(decode(bytes), Ok((TABLE.to_owned(), encoding)), "{encoding:?}");
        }
        assert_eq!(decode(Vec::new()), Ok((String::new(), CsvEncoding::Utf8)), "nothing is a text too");
        let rare = "이름,분류\n펲시와 똠얌 茶,음료\n";
        assert_eq!(decode(cp949(rare)), Ok((rare.to_owned(), CsvEncoding::Cp949)), "rare syllables among common ones");
    }

    #[test]
    fn a_utf8_table_without_one_of_its_bytes_is_never_read_as_another_encoding() {
        let bytes = TABLE.as_bytes();
        for place in (0..bytes.len()).filter(|place| !bytes[*place].is_ascii()) {
            let mut damaged = bytes.to_vec();
            damaged.remove(place);
            let line = line_after(&bytes[..place]);
            assert_eq!(decode(damaged), Err(BadByte { line }), "without byte {place}");
        }
        for one in ["가", "뷁", "무", "힣"] {
            let whole = format!("name\n{one}\n");
            let damaged = whole.replace(one, "").into_bytes();
            let damaged = [&damaged[..5], &one.as_bytes()[..2], b"\n"].concat();
            assert_eq!(decode(damaged), Err(BadByte { line: 2 }), "a single syllable, cut short: {one}");
        }
    }

    #[test]
    fn text_of_other_encodings_is_refused_with_its_line() {
        for (what, bytes) in [
            ("Windows-1252", b"name\ncaf\xE9,1\n".to_vec()),
            ("Windows-1252 before a letter", b"name\n\xC4pfel,1\n".to_vec()),
            ("GBK", encoding_rs::GBK.encode("name\n厨房用品和餐具陶瓷杯子\n").0.into_owned()),
            ("Shift_JIS", encoding_rs::SHIFT_JIS.encode("name\nマグカップと急須\n").0.into_owned()),
            ("CP949 without its last byte", cp949("name\n머그컵")[..10].to_vec()),
            ("UTF-16 without its last byte", {
                let whole = utf16("name\n컵", u16::to_le_bytes);
                whole[..whole.len() - 1].to_vec()
            }),
            ("half a surrogate pair", [UTF_16LE_MARK, b"n\0\n\0", &[0x3D, 0xD8], b"a\0"].concat()),
            ("UTF-8 with its mark, damaged", [UTF_8_MARK, b"name\n", &"컵".as_bytes()[..2]].concat()),
        ] {
            assert_eq!(decode(bytes), Err(BadByte { line: 2 }), "{what}");
        }
    }
}
