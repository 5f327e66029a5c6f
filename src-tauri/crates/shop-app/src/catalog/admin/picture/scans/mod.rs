//! Checks that the scans of a JPEG hold every block of the picture. A decoder that meets the end of the picture too early
//! fills the rest with grey and does not report it, so the Huffman codes are followed here, block by block, without being
//! turned into samples.

mod bits;
mod block;
mod frame;

use self::bits::{Bits, Table};
use self::block::{Pass, Tables};
use self::frame::{Frame, Scan};
use super::Fault;

/// Maximum number of scans. Programs write about ten; each costs a pass over all blocks.
pub(super) const MOST_SCANS: usize = 64;

/// Follows a JPEG to its end-of-image marker.
///
/// # Errors
/// [`Fault::CutOff`] where a part is missing; [`Fault::Damaged`] for codes that are none, and for a kind of JPEG that is
/// not decoded either; [`Fault::TooManyPixels`].
pub(super) fn check(bytes: &[u8]) -> Result<(), Fault> {
    let mut state = State::default();
    let mut at = 2;
    loop {
        at = Bits::new(bytes, at).end();
        while bytes.get(at + 1) == Some(&0xff) {
            at += 1;
        }
        let (code, behind) = (*bytes.get(at + 1).ok_or(Fault::CutOff)?, at + 2);
        match code {
            0xd9 => return state.finish(),
            // Markers without a segment.
            0x01 | 0xd0..=0xd8 => at = behind,
            _ => {
                let segment = segment(bytes, behind)?;
                at = behind + 2 + segment.len();
                if code == 0xda {
                    at = state.scan(segment, Bits::new(bytes, at))?;
                } else {
                    state.define(code, segment)?;
                }
            }
        }
    }
}

/// The content of a segment, behind its length.
fn segment(bytes: &[u8], at: usize) -> Result<&[u8], Fault> {
    let length = bytes.get(at..at + 2).ok_or(Fault::CutOff)?;
    let length = usize::from(u16::from_be_bytes([length[0], length[1]]));
    bytes.get(at + 2..at + length.max(2)).ok_or(Fault::CutOff)
}

/// What the segments so far have defined.
#[derive(Default)]
struct State {
    frame: Option<Frame>,
    dc: [Option<Table>; 4],
    ac: [Option<Table>; 4],
    restart_interval: usize,
    scans: usize,
}

impl State {
    /// Takes a segment that is no scan.
    fn define(&mut self, code: u8, segment: &[u8]) -> Result<(), Fault> {
        match code {
            0xc0..=0xc2 if self.frame.is_none() => self.frame = Some(Frame::new(segment, code == 0xc2)?),
            0xc4 => self.define_tables(segment)?,
            0xdd => {
                let [high, low] = segment else { return Err(Fault::Damaged) };
                self.restart_interval = usize::from(u16::from_be_bytes([*high, *low]));
            }
            // A second frame, and frames that are lossless, hierarchical or coded arithmetically.
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => return Err(Fault::Damaged),
            _ => {}
        }
        Ok(())
    }

    fn define_tables(&mut self, mut segment: &[u8]) -> Result<(), Fault> {
        while let [kind, rest @ ..] = segment {
            let (lengths, rest) = rest.split_at_checked(16).ok_or(Fault::Damaged)?;
            let values = lengths.iter().map(|count| usize::from(*count)).sum();
            let (values, rest) = rest.split_at_checked(values).ok_or(Fault::Damaged)?;
            let of_kind = if kind >> 4 == 0 { &mut self.dc } else { &mut self.ac };
            *of_kind.get_mut(usize::from(kind & 15)).ok_or(Fault::Damaged)? = Some(Table::new(lengths, values)?);
            segment = rest;
        }
        Ok(())
    }

    /// Follows a scan; returns the place behind it.
    fn scan(&mut self, header: &[u8], mut bits: Bits<'_>) -> Result<usize, Fault> {
        self.scans += 1;
        let frame = self.frame.as_mut().filter(|_| self.scans <= MOST_SCANS).ok_or(Fault::Damaged)?;
        let [count, members @ ..] = header else { return Err(Fault::Damaged) };
        let (members, [first, last, shifts, ..]) =
            members.split_at_checked(2 * usize::from(*count)).ok_or(Fault::Damaged)?
        else {
            return Err(Fault::Damaged);
        };
        let mut found = Vec::new();
        for member in members.chunks_exact(2) {
            let component = frame.components.iter().position(|one| one.id == member[0]).ok_or(Fault::Damaged)?;
            found
                .push((component, Tables { dc: table(&self.dc, member[1] >> 4), ac: table(&self.ac, member[1] & 15) }));
        }
        let (before, missing) = (shifts >> 4, shifts & 15);
        let band = (u32::from(*first), u32::from(*last));
        let pass = match (frame.is_progressive, band, before) {
            (false, ..) => Pass::Sequential,
            (true, (0, 0), 0) => Pass::FirstDc,
            (true, (0, 0), _) => Pass::MoreDc,
            (true, (1..=63, 1..=63), 0) => Pass::FirstAc(band),
            (true, (1..=63, 1..=63), _) => Pass::MoreAc(band),
            _ => return Err(Fault::Damaged),
        };
        let is_sequential = pass == Pass::Sequential;
        let (band, missing) =
            if is_sequential { ((0, 63), 0) } else { ((usize::from(*first), usize::from(*last)), missing) };
        if found.is_empty() || band.0 > band.1 {
            return Err(Fault::Damaged);
        }
        let scan = Scan { members: found, pass, band, missing, restart_interval: self.restart_interval };
        frame.read(&scan, &mut bits)?;
        Ok(bits.end())
    }

    /// The picture has ended; nothing of it may be missing.
    fn finish(&self) -> Result<(), Fault> {
        if self.frame.as_ref().is_some_and(Frame::is_complete) { Ok(()) } else { Err(Fault::CutOff) }
    }
}

fn table(of: &[Option<Table>; 4], index: u8) -> Option<&Table> {
    of.get(usize::from(index)).and_then(Option::as_ref)
}
