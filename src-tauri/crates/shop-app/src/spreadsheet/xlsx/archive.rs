//! What a file is, by its first bytes and the names of its parts, and how large it becomes when it is unpacked. A workbook
//! is a zip: a file of some kilobytes can unpack to gigabytes, so it is unpacked once into nothing, up to a limit.

use std::io::{Cursor, Read, copy, sink};

use zip::ZipArchive;

const ZIP: &[u8] = b"PK\x03\x04";
/// The container of workbooks before 2007, and of encrypted ones.
const COMPOUND_FILE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
/// Maximum number of parts of a workbook.
const MOST_PARTS: usize = 2_000;

/// The kind of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Any file that is no workbook.
    Text,
    Xlsx,
    /// A kind of workbook that is not read, by its name.
    Other(&'static str),
}

/// The kind of a file.
pub(crate) fn kind(bytes: &[u8]) -> Kind {
    if bytes.starts_with(COMPOUND_FILE) {
        return Kind::Other("XLS");
    }
    if !bytes.starts_with(ZIP) {
        return Kind::Text;
    }
    let Ok(archive) = ZipArchive::new(Cursor::new(bytes)) else { return Kind::Xlsx };
    let has = |name: &str| archive.file_names().flatten().any(|part| part.eq_ignore_ascii_case(name));
    match () {
        () if has("xl/workbook.bin") => Kind::Other("XLSB"),
        () if has("content.xml") => Kind::Other("ODS"),
        () if has("index/document.iwa") => Kind::Other("NUMBERS"),
        () if has("xl/workbook.xml") || has("[Content_Types].xml") => Kind::Xlsx,
        () => Kind::Other("ZIP"),
    }
}

/// Whether the file unpacks to at most `most` bytes. `None` if it is damaged.
pub(super) fn fits(bytes: &[u8], most: u64) -> Option<bool> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    if archive.len() > MOST_PARTS {
        return Some(false);
    }
    let mut left = most;
    for place in 0..archive.len() {
        // The sizes in the directory of a zip need not be true, so the bytes are counted.
        let part = archive.by_index(place).ok()?;
        let unpacked = copy(&mut part.take(left + 1), &mut sink()).ok()?;
        if unpacked > left {
            return Some(false);
        }
        left -= unpacked;
    }
    Some(true)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn archive(parts: &[(&str, usize)]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, size) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
            zip.write_all(&vec![b' '; *size]).expect("its bytes");
        }
        zip.finish().expect("an archive").into_inner()
    }

    #[test]
    fn other_workbooks_are_known_by_their_kind() {
        for (bytes, expected) in [
            (b"name,price\n".to_vec(), Kind::Text),
            (archive(&[("[Content_Types].xml", 1), ("xl/workbook.xml", 1)]), Kind::Xlsx),
            (archive(&[("xl/workbook.bin", 1)]), Kind::Other("XLSB")),
            (archive(&[("mimetype", 1), ("content.xml", 1)]), Kind::Other("ODS")),
            (archive(&[("Index/Document.iwa", 1)]), Kind::Other("NUMBERS")),
            (archive(&[("photo.jpg", 1)]), Kind::Other("ZIP")),
            ([COMPOUND_FILE, &[0; 100]].concat(), Kind::Other("XLS")),
        ] {
            assert_eq!(kind(&bytes), expected);
        }
    }

    #[test]
    fn a_small_file_that_unpacks_to_a_large_one_is_found() {
        let bomb = archive(&[("a", 1_000_000), ("b", 1_000_000)]);
        assert!(bomb.len() < 20_000, "it is small: {}", bomb.len());
        assert_eq!(fits(&bomb, 1_999_999), Some(false));
        assert_eq!(fits(&bomb, 2_000_000), Some(true));
        assert_eq!(fits(&bomb[..bomb.len() / 2], 2_000_000), None, "half a file");
    }
}
