//! The committed frames of a WAL, as SQLite would recover them: up to the last commit whose salts and checksums are right
//! (<https://sqlite.org/fileformat2.html#the_write_ahead_log>).

use std::fs::File;
use std::io::{self, BufReader, ErrorKind, Read};
use std::path::Path;

use super::leaf::marks_on;
use super::{Mark, Pages};

const MAGIC: u32 = 0x377f_0682;
const HEADER: usize = 32;
const FRAME_HEADER: usize = 24;
/// Where SQLite locks a database file.
const LOCK_BYTES: usize = 0x4000_0000;

/// What the committed frames hold.
#[derive(Default)]
pub(super) struct Log {
    /// The marks on each frame that holds marks, in the order of the frames.
    pub(super) images: Vec<Vec<Mark>>,
    /// The salts of the WAL, which are new whenever it begins anew; `None` without a header.
    pub(super) salts: Option<[u8; 8]>,
    pages: Pages,
    /// Pages of the database after the last commit.
    size: u32,
    page_size: usize,
}

impl Log {
    /// The salts of a WAL.
    pub(super) fn salts_of(wal: &Path) -> io::Result<Option<[u8; 8]>> {
        Ok(open(wal)?.map(|(header, _)| salts(&header)))
    }

    /// Reads a WAL; one that is missing, or that SQLite would not apply, holds nothing.
    pub(super) fn read(wal: &Path) -> io::Result<Self> {
        let Some((header, mut file)) = open(wal)? else { return Ok(Self::default()) };
        let mut log = Self { salts: Some(salts(&header)), ..Self::default() };
        let is_big_endian = four(&header, 0) == MAGIC + 1;
        let page_size = four(&header, 8) as usize;
        let mut sum = Checksum { is_big_endian, sums: (0, 0) };
        sum.add(&header[..24]);
        let is_header = is_big_endian || four(&header, 0) == MAGIC;
        if !is_header || !page_size.is_power_of_two() || page_size > 65_536 || !sum.is(&header[24..]) {
            return Ok(log);
        }
        log.page_size = page_size;
        let (mut frame, mut open) = (vec![0; FRAME_HEADER + page_size], (Vec::new(), Pages::new()));
        while fill(&mut file, &mut frame)? {
            let (head, page) = frame.split_at(FRAME_HEADER);
            sum.add(&head[..8]);
            sum.add(page);
            if head[8..16] != header[16..24] || !sum.is(&head[16..]) {
                break;
            }
            open.0.extend(marks_on(page));
            open.1.insert(four(head, 0));
            let size = four(head, 4);
            if size > 0 {
                log.images.append(&mut open.0);
                log.pages.extend(open.1.drain());
                log.size = size;
            }
        }
        Ok(log)
    }

    /// Whether nothing is committed in it.
    pub(super) fn is_empty(&self) -> bool {
        self.pages.is_empty()
    }

    /// Whether it holds this page.
    pub(super) fn holds(&self, page: u32) -> bool {
        self.pages.contains(&page)
    }

    /// Whether the WAL alone is the whole database.
    pub(super) fn holds_every_page(&self) -> bool {
        // SQLite never uses the page of its lock bytes.
        let unused = LOCK_BYTES.checked_div(self.page_size).map(|page| page + 1);
        !self.pages.is_empty() && (1..=self.size).all(|page| self.holds(page) || Some(page as usize) == unused)
    }
}

/// The header of a WAL and what follows it; `None` if the file is missing or too short.
fn open(wal: &Path) -> io::Result<Option<([u8; HEADER], impl Read)>> {
    let mut file = match File::open(wal) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        file => BufReader::with_capacity(1 << 20, file?),
    };
    let mut header = [0; HEADER];
    Ok(fill(&mut file, &mut header)?.then_some((header, file)))
}

fn salts(header: &[u8; HEADER]) -> [u8; 8] {
    let mut salts = [0; 8];
    salts.copy_from_slice(&header[16..24]);
    salts
}

/// The running checksum of a WAL.
struct Checksum {
    is_big_endian: bool,
    sums: (u32, u32),
}

impl Checksum {
    fn add(&mut self, bytes: &[u8]) {
        let word = |bytes: &[u8]| if self.is_big_endian { four(bytes, 0) } else { four(bytes, 0).swap_bytes() };
        for pair in bytes.chunks_exact(8) {
            self.sums.0 = self.sums.0.wrapping_add(word(pair)).wrapping_add(self.sums.1);
            self.sums.1 = self.sums.1.wrapping_add(word(&pair[4..])).wrapping_add(self.sums.0);
        }
    }

    fn is(&self, stored: &[u8]) -> bool {
        self.sums == (four(stored, 0), four(stored, 4))
    }
}

fn four(bytes: &[u8], at: usize) -> u32 {
    u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

/// Fills the buffer; `false` at the end of the file.
fn fill(file: &mut impl Read, buffer: &mut [u8]) -> io::Result<bool> {
    match file.read_exact(buffer) {
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(false),
        read => read.map(|()| true),
    }
}
