//! The rows of `commit_mark` on a page. A page of the WAL does not say of which table it is; the shape of all its rows does.

use super::Mark;

/// The first byte of a page with rows of a table.
const TABLE_LEAF: u8 = 0x0d;
/// The types of the columns, but for the sequence: the id is the row's own number (NULL), the name of a writer has 32 bytes,
/// each of two instants has 24.
const WRITER: u8 = 13 + 2 * 32;
const INSTANT: u8 = 13 + 2 * 24;

/// The marks on a page in the order of their ids; `None` if the page holds anything else.
pub(super) fn marks_on(page: &[u8]) -> Option<Vec<Mark>> {
    if *page.first()? != TABLE_LEAF {
        return None;
    }
    let two = |at: usize| Some(usize::from(u16::from_be_bytes([*page.get(at)?, *page.get(at + 1)?])));
    let rows = two(3)?;
    if rows == 0 {
        return None;
    }
    (0..rows).map(|row| mark_at(page.get(two(8 + 2 * row)?..)?)).collect()
}

fn mark_at(cell: &[u8]) -> Option<Mark> {
    let (_, rest) = number(cell)?;
    let (id, record) = number(rest)?;
    let &[6, 0, WRITER, kind, INSTANT, INSTANT, ref body @ ..] = record else { return None };
    let (writer, rest) = body.split_at_checked(32)?;
    if !writer.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    let sequence = match kind {
        8 | 9 => i64::from(kind - 8),
        1..=4 => whole(rest.get(..usize::from(kind))?),
        5 => whole(rest.get(..6)?),
        6 => whole(rest.get(..8)?),
        _ => return None,
    };
    Some(Mark { id, writer: String::from_utf8_lossy(writer).into_owned(), sequence })
}

/// A signed number in big-endian bytes.
fn whole(bytes: &[u8]) -> i64 {
    let start = if bytes.first().is_some_and(|first| *first >= 0x80) { -1 } else { 0 };
    bytes.iter().fold(start, |number, byte| (number << 8) | i64::from(*byte))
}

/// SQLite's number of up to nine bytes, and what follows it.
fn number(bytes: &[u8]) -> Option<(i64, &[u8])> {
    let mut value = 0;
    for (at, byte) in bytes.iter().enumerate().take(9) {
        if at == 8 {
            return Some(((value << 8) | i64::from(*byte), &bytes[9..]));
        }
        value = (value << 7) | i64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            return Some((value, &bytes[at + 1..]));
        }
    }
    None
}
