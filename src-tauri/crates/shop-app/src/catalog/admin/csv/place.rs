//! Where in a file a line stands, as editors and spreadsheets number lines.

/// Walks a table from its beginning and numbers its lines. CR LF is one end of a line, CR or LF alone is one too.
pub(super) struct Places<'a> {
    csv: &'a [u8],
    at: usize,
    line: i64,
}

impl<'a> Places<'a> {
    pub(super) fn of(csv: &'a str) -> Self {
        Self { csv: csv.as_bytes(), at: 0, line: 1 }
    }

    /// The line, from 1, on which a record begins. The reader says where it ended the one before, which may be before the
    /// rest of that line's end and before empty lines. To be asked for one record after the other.
    pub(super) fn of_record(&mut self, position: u64) -> i64 {
        let ended = usize::try_from(position).unwrap_or(usize::MAX).clamp(self.at, self.csv.len());
        let is_end = |byte: &&u8| matches!(byte, b'\r' | b'\n');
        let begins = ended + self.csv[ended..].iter().take_while(is_end).count();
        for at in self.at..begins {
            let is_half = self.csv[at] == b'\r' && self.csv.get(at + 1) == Some(&b'\n');
            self.line += i64::from(is_end(&&self.csv[at]) && !is_half);
        }
        self.at = begins;
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_has_the_number_of_the_line_that_it_begins_on() {
        for (end, csv) in [("LF", "a,b\n1,2\n\n3,\"4\n5\"\n6,7"), ("CR", "a,b\r1,2\r\r3,\"4\r5\"\r6,7")] {
            for csv in [csv.to_owned(), csv.replace('\n', "\r\n"), format!("\u{FEFF}{csv}")] {
                let mut reader = csv::ReaderBuilder::new().from_reader(csv.as_bytes());
                reader.headers().expect("it has names");
                let mut places = Places::of(&csv);
                let line =
                    |record: csv::StringRecord| record.position().map(|position| places.of_record(position.byte()));
                let lines: Vec<_> = reader.records().map(|record| record.expect("a table")).map(line).collect();
                assert_eq!(lines, [Some(2), Some(4), Some(6)], "{end}: {csv:?}");
            }
        }
    }
}
