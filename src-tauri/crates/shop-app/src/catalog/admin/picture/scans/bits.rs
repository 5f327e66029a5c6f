//! The bits of a scan, and the Huffman codes in them (ITU-T T.81, annexes C and F.2.2).

use super::Fault;

/// Longest code, in bits.
const LONGEST_CODE: u32 = 16;

/// A Huffman table.
pub(super) struct Table {
    /// The codes of each length, the shortest first.
    lengths: [Codes; LONGEST_CODE as usize],
    values: Vec<u8>,
}

/// The codes of one length. They are consecutive; each is compared as the first bits of [`LONGEST_CODE`].
#[derive(Clone, Copy, Default)]
struct Codes {
    first: u32,
    end: u32,
    /// Place of the value of the first code.
    value: usize,
}

impl Table {
    /// Builds the table from the number of codes of each length and the values in the order of their codes.
    ///
    /// # Errors
    /// [`Fault::Damaged`] for more codes than there are.
    pub(super) fn new(counts: &[u8], values: &[u8]) -> Result<Self, Fault> {
        let mut lengths = [Codes::default(); LONGEST_CODE as usize];
        let (mut end, mut value) = (0, 0);
        for ((codes, count), length) in lengths.iter_mut().zip(counts).zip(1..) {
            let first = end;
            end += u32::from(*count) << (LONGEST_CODE - length);
            *codes = Codes { first, end, value };
            value += usize::from(*count);
        }
        let is_sound = end <= 1 << LONGEST_CODE && value == values.len();
        if is_sound { Ok(Self { lengths, values: values.to_vec() }) } else { Err(Fault::Damaged) }
    }

    /// Length and value of the code with which these bits begin; `None` if they begin with none.
    fn find(&self, bits: u32) -> Option<(u32, u8)> {
        let (codes, length) = self.lengths.iter().zip(1..).find(|(codes, _)| bits < codes.end)?;
        let place = codes.value + ((bits - codes.first) >> (LONGEST_CODE - length)) as usize;
        Some((length, *self.values.get(place)?))
    }
}

/// Reads the entropy-coded data from `at` up to the next marker.
pub(super) struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
    /// The next bits, from the highest one on.
    buffer: u64,
    left: u32,
}

impl<'a> Bits<'a> {
    pub(super) fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at, buffer: 0, left: 0 }
    }

    /// The value of the next code.
    ///
    /// # Errors
    /// [`Fault::CutOff`] where the data ends before it; [`Fault::Damaged`] for bits that are no code.
    pub(super) fn code(&mut self, table: &Table) -> Result<u8, Fault> {
        self.fill();
        match table.find((self.buffer >> (u64::BITS - LONGEST_CODE)) as u32) {
            Some((length, value)) => self.drop(length).map(|()| value),
            None if self.left < LONGEST_CODE => Err(Fault::CutOff),
            None => Err(Fault::Damaged),
        }
    }

    /// The next bits as a number; at most sixteen.
    ///
    /// # Errors
    /// [`Fault::CutOff`] where the data ends before them.
    pub(super) fn number(&mut self, bits: u32) -> Result<u32, Fault> {
        self.fill();
        let number = (self.buffer >> 1 >> (u64::BITS - 1 - bits)) as u32;
        self.drop(bits).map(|()| number)
    }

    /// Goes to the restart marker with this number, and behind it.
    ///
    /// # Errors
    /// [`Fault::CutOff`] where another marker comes first.
    pub(super) fn restart(&mut self, number: u8) -> Result<(), Fault> {
        let mut marker = self.end();
        while self.bytes.get(marker + 1) == Some(&0xff) {
            marker += 1;
        }
        if self.bytes.get(marker + 1) != Some(&(0xd0 + number)) {
            return Err(Fault::CutOff);
        }
        (self.at, self.buffer, self.left) = (marker + 2, 0, 0);
        Ok(())
    }

    /// The place of the marker that ends the data; bytes before it that no code needed are passed over.
    pub(super) fn end(&self) -> usize {
        let mut at = self.at;
        while at < self.bytes.len() && !is_marker(&self.bytes[at..]) {
            at += 1;
        }
        at
    }

    fn drop(&mut self, bits: u32) -> Result<(), Fault> {
        if bits > self.left {
            return Err(Fault::CutOff);
        }
        self.buffer <<= bits;
        self.left -= bits;
        Ok(())
    }

    fn fill(&mut self) {
        while self.left <= u64::BITS - 8 {
            let rest = &self.bytes[self.at.min(self.bytes.len())..];
            let Some(byte) = rest.first().filter(|_| !is_marker(rest)) else { return };
            self.buffer |= u64::from(*byte) << (u64::BITS - 8 - self.left);
            self.left += 8;
            // A zero follows a byte of ones that is no marker.
            self.at += if *byte == 0xff { 2 } else { 1 };
        }
    }
}

/// Whether a marker begins here, or fill bytes before one.
fn is_marker(rest: &[u8]) -> bool {
    rest.first() == Some(&0xff) && rest.get(1) != Some(&0)
}
