//! Reads a table strictly by RFC 4180: with a quote at a wrong position the ends of cells and lines are unknown, so
//! that all further data would be a guess.

use std::borrow::Cow;

/// A record of the table, which can span several lines of the file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Record<'a> {
    /// The line of the file, from 1, on which it begins.
    pub(crate) line: i64,
    pub(crate) cells: Vec<Cow<'a, str>>,
}

/// A quote at a position where the standard allows none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Misquoted {
    /// A quoted cell does not end.
    Unclosed,
    /// An unquoted cell contains a quote.
    InsideCell,
    /// There is text between the closing quote and the next cell.
    TextAfterQuote,
}

/// The delimiters that spreadsheets write.
const DELIMITERS: [u8; 3] = *b",;\t";

/// Reads a table record by record.
pub(crate) struct Reader<'a> {
    text: &'a str,
    at: usize,
    line: i64,
    delimiter: u8,
}

impl<'a> Reader<'a> {
    /// Starts at the first record. The delimiter is taken from a first line `sep=;`, otherwise it is the most frequent
    /// one outside quotes in the header.
    pub(crate) fn new(text: &'a str) -> Self {
        let mut reader = Self { text: text.trim_start_matches('\u{FEFF}'), at: 0, line: 1, delimiter: b',' };
        let first = reader.text.split(['\r', '\n']).next().unwrap_or_default();
        match named_delimiter(first) {
            Some(delimiter) => {
                reader.delimiter = delimiter;
                reader.at = first.len();
                reader.end_line();
            }
            None => reader.delimiter = commonest_delimiter(reader.text),
        }
        reader
    }

    /// The delimiter.
    pub(crate) fn delimiter(&self) -> char {
        char::from(self.delimiter)
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Skips one line end, if there is one here. CR LF is one; CR or LF alone is one too.
    fn end_line(&mut self) {
        match self.peek() {
            Some(b'\r') if self.text.as_bytes().get(self.at + 1) == Some(&b'\n') => self.at += 2,
            Some(b'\r' | b'\n') => self.at += 1,
            _ => return,
        }
        self.line += 1;
    }

    fn record(&mut self) -> Result<Record<'a>, (i64, Misquoted)> {
        let mut record = Record { line: self.line, cells: Vec::new() };
        loop {
            record.cells.push(if self.peek() == Some(b'"') { self.quoted()? } else { self.plain()? });
            if self.peek() != Some(self.delimiter) {
                self.end_line();
                return Ok(record);
            }
            self.at += 1;
        }
    }

    fn plain(&mut self) -> Result<Cow<'a, str>, (i64, Misquoted)> {
        let begin = self.at;
        while let Some(byte) = self.peek() {
            match byte {
                b'"' => return Err((self.line, Misquoted::InsideCell)),
                b'\r' | b'\n' => break,
                byte if byte == self.delimiter => break,
                _ => self.at += 1,
            }
        }
        Ok(Cow::Borrowed(&self.text[begin..self.at]))
    }

    fn quoted(&mut self) -> Result<Cow<'a, str>, (i64, Misquoted)> {
        let (opened, begin) = (self.line, self.at + 1);
        self.at = begin;
        let mut has_quotes = false;
        loop {
            match self.peek() {
                None => return Err((opened, Misquoted::Unclosed)),
                Some(b'\r' | b'\n') => self.end_line(),
                Some(b'"') if self.text.as_bytes().get(self.at + 1) == Some(&b'"') => {
                    has_quotes = true;
                    self.at += 2;
                }
                Some(b'"') => break,
                Some(_) => self.at += 1,
            }
        }
        let cell = &self.text[begin..self.at];
        self.at += 1;
        match self.peek() {
            None | Some(b'\r' | b'\n') => {}
            Some(byte) if byte == self.delimiter => {}
            Some(_) => return Err((self.line, Misquoted::TextAfterQuote)),
        }
        Ok(if has_quotes { Cow::Owned(cell.replace("\"\"", "\"")) } else { Cow::Borrowed(cell) })
    }
}

impl<'a> Iterator for Reader<'a> {
    type Item = Result<Record<'a>, (i64, Misquoted)>;

    /// The next record; empty lines are skipped. After a misquoted record the iteration ends.
    fn next(&mut self) -> Option<Self::Item> {
        while matches!(self.peek(), Some(b'\r' | b'\n')) {
            self.end_line();
        }
        self.peek()?;
        let record = self.record();
        if record.is_err() {
            self.at = self.text.len();
        }
        Some(record)
    }
}

/// The delimiter of a `sep=;` line, as spreadsheets write it before the table.
fn named_delimiter(line: &str) -> Option<u8> {
    let line = line.trim_matches('"');
    let (name, sign) = line.split_at_checked(4)?;
    let is_named = name.eq_ignore_ascii_case("sep=");
    let [sign] = sign.as_bytes() else { return None };
    (is_named && DELIMITERS.contains(sign)).then_some(*sign)
}

/// The most frequent delimiter outside quotes in the first non-empty line; the comma if there is none.
fn commonest_delimiter(text: &str) -> u8 {
    let (mut counts, mut is_quoted) = ([0_usize; DELIMITERS.len()], false);
    for byte in text.trim_start_matches(['\r', '\n']).bytes() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\r' | b'\n' if !is_quoted => break,
            _ if is_quoted => {}
            _ => counts.iter_mut().zip(DELIMITERS).for_each(|(count, sign)| *count += usize::from(sign == byte)),
        }
    }
    // The first of those with the same count, so that a comma wins.
    let most = counts.iter().copied().max().unwrap_or_default();
    counts.iter().position(|count| *count == most).map_or(b',', |place| DELIMITERS[place])
}

#[cfg(test)]
mod tests {
    use super::*;

    type Lines = Vec<Result<(i64, Vec<String>), (i64, Misquoted)>>;

    fn read(text: &str) -> Lines {
        let record = |record: Record<'_>| (record.line, record.cells.into_iter().map(Cow::into_owned).collect());
        Reader::new(text).map(|line| line.map(record)).collect()
    }

    fn line(number: i64, cells: &[&str]) -> Result<(i64, Vec<String>), (i64, Misquoted)> {
        Ok((number, cells.iter().map(|cell| (*cell).to_owned()).collect()))
    }

    #[test]
    fn a_record_has_the_number_of_the_line_that_it_begins_on() {
        for table in [
            "a,b\n1,2\n\n3,\"4\n5\"\n6,7",
            "a,b\r1,2\r\r3,\"4\n5\"\r6,7",
            "\u{FEFF}a,b\r\n1,2\r\n\r\n3,\"4\n5\"\r\n6,7",
        ] {
            let expected = [line(1, &["a", "b"]), line(2, &["1", "2"]), line(4, &["3", "4\n5"]), line(6, &["6", "7"])];
            assert_eq!(read(table), expected, "{table:?}");
        }
    }

    #[test]
    fn quotes_are_read_as_the_standard_writes_them() {
        assert_eq!(read("\"a,\"\"b\"\"\",,\"\"\n"), [line(1, &["a,\"b\"", "", ""])]);
        for (table, at, fault) in [
            ("a,b\n1,\"2\n3,4\n5,6\n", 2, Misquoted::Unclosed),
            ("a,b\n1,2\n3,\"", 3, Misquoted::Unclosed),
            ("a,b\n1,2\"3\n", 2, Misquoted::InsideCell),
            ("a,b\n1, \"2\"\n", 2, Misquoted::InsideCell),
            ("a,b\n\"1\"2,3\n", 2, Misquoted::TextAfterQuote),
            ("a,b\n\"1\n2\" ,3\n", 3, Misquoted::TextAfterQuote),
        ] {
            assert_eq!(read(table).last(), Some(&Err((at, fault))), "{table:?}: and nothing is read after it");
        }
    }

    #[test]
    fn what_stands_between_cells_is_seen() {
        for table in ["a,b\n1,2", "a;b\n1;2", "a\tb\n1\t2", "\"a,;\";b\n"] {
            assert_eq!(read(table)[0].as_ref().map(|(_, cells)| cells.len()), Ok(2), "{table:?}");
        }
        for table in ["sep=;\na,b;c\n", "SEP=;\r\na,b;c\r\n", "\u{FEFF}\"sep=;\"\na,b;c\n"] {
            assert_eq!(read(table), [line(2, &["a,b", "c"])], "{table:?}");
        }
        assert_eq!(read("sep=x\n"), [line(1, &["sep=x"])], "a sign that no spreadsheet uses names nothing");
    }
}
