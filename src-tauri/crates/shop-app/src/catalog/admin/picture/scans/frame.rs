//! The components of a JPEG and the blocks that each scan must hold of them (ITU-T T.81, A.2 and B.2.2).

use super::super::check_size;
use super::Fault;
use super::bits::Bits;
use super::block::{Pass, Tables, read};

/// Side of a block in samples.
const BLOCK: usize = 8;
/// The number of bits that are missing of a coefficient that no scan has held yet.
const UNREAD: u8 = u8::MAX;

/// The picture as its header states it.
pub(super) struct Frame {
    pub(super) is_progressive: bool,
    pub(super) components: Vec<Component>,
    /// Groups of blocks of all components, in a row and in a column.
    groups: (usize, usize),
}

/// One component.
pub(super) struct Component {
    pub(super) id: u8,
    /// Blocks in a group: in a row and in a column.
    sampling: (usize, usize),
    /// Blocks that hold a part of the picture, in a row and in a column.
    blocks: (usize, usize),
    /// Blocks in a row of groups.
    stride: usize,
    /// The coefficients of each block that are not zero; empty for a sequential picture.
    nonzero: Vec<u64>,
    /// Bits that are still missing of each coefficient.
    missing: [u8; 64],
}

impl Frame {
    /// Reads the header of the frame.
    ///
    /// # Errors
    /// [`Fault::CutOff`], [`Fault::Damaged`], [`Fault::TooManyPixels`].
    pub(super) fn new(segment: &[u8], is_progressive: bool) -> Result<Self, Fault> {
        let [_, h1, h0, w1, w0, count, specifications @ ..] = segment else { return Err(Fault::CutOff) };
        let (height, width) = (u16::from_be_bytes([*h1, *h0]), u16::from_be_bytes([*w1, *w0]));
        check_size(u32::from(width), u32::from(height), 1)?;
        let specifications = specifications.chunks_exact(3).take(usize::from(*count));
        let members: Vec<_> =
            specifications.map(|of| (of[0], usize::from(of[1] >> 4), usize::from(of[1] & 15))).collect();
        let is_sampled = |(_, wide, high): &(u8, usize, usize)| (1..=4).contains(wide) && (1..=4).contains(high);
        if !(1..=4).contains(&members.len()) || !members.iter().all(is_sampled) {
            return Err(Fault::Damaged);
        }
        let widest = members.iter().map(|(_, wide, _)| *wide).max().unwrap_or(1);
        let highest = members.iter().map(|(_, _, high)| *high).max().unwrap_or(1);
        let size = (usize::from(width), usize::from(height));
        let groups = (size.0.div_ceil(BLOCK * widest), size.1.div_ceil(BLOCK * highest));
        let component = |(id, wide, high): (u8, usize, usize)| {
            let stride = groups.0 * wide;
            let stored = if is_progressive { stride * groups.1 * high } else { 0 };
            let blocks = |length: usize, own: usize, most: usize| (length * own).div_ceil(most).div_ceil(BLOCK);
            Component {
                id,
                sampling: (wide, high),
                blocks: (blocks(size.0, wide, widest), blocks(size.1, high, highest)),
                stride,
                nonzero: vec![0; stored],
                missing: [UNREAD; 64],
            }
        };
        Ok(Self { is_progressive, components: members.into_iter().map(component).collect(), groups })
    }

    /// Whether every coefficient of every component was read down to its last bit.
    pub(super) fn is_complete(&self) -> bool {
        self.components.iter().all(|component| component.missing == [0; 64])
    }

    /// Reads the blocks of one scan.
    ///
    /// # Errors
    /// [`Fault::CutOff`] where a block is missing; [`Fault::Damaged`].
    pub(super) fn read(&mut self, scan: &Scan<'_>, bits: &mut Bits<'_>) -> Result<(), Fault> {
        let is_alone = scan.members.len() == 1;
        let (across, down) = match scan.members.first() {
            Some((component, _)) if is_alone => self.components.get(*component).ok_or(Fault::Damaged)?.blocks,
            _ => self.groups,
        };
        let (mut to_pass, mut until_restart, mut restarts) = (0, scan.restart_interval, 0);
        for group in 0..across * down {
            if scan.restart_interval > 0 && until_restart == 0 {
                bits.restart(restarts)?;
                restarts = (restarts + 1) % 8;
                (to_pass, until_restart) = (0, scan.restart_interval);
            }
            until_restart = until_restart.saturating_sub(1);
            let (row, column) = (group / across, group % across);
            for (member, tables) in &scan.members {
                let component = self.components.get_mut(*member).ok_or(Fault::Damaged)?;
                let (wide, high) = if is_alone { (1, 1) } else { component.sampling };
                for place in 0..wide * high {
                    let (y, x) = (row * high + place / wide, column * wide + place % wide);
                    let mut spare = 0;
                    let nonzero = component.nonzero.get_mut(y * component.stride + x).unwrap_or(&mut spare);
                    read(bits, scan.pass, *tables, nonzero, &mut to_pass)?;
                }
            }
        }
        self.count(scan);
        Ok(())
    }

    /// Notes what the scan has held.
    fn count(&mut self, scan: &Scan<'_>) {
        for (member, _) in &scan.members {
            if let Some(component) = self.components.get_mut(*member) {
                component.missing[scan.band.0..=scan.band.1].fill(scan.missing);
            }
        }
    }
}

/// A scan: which components, which of their coefficients, and how many bits of these it leaves to later scans.
pub(super) struct Scan<'a> {
    pub(super) members: Vec<(usize, Tables<'a>)>,
    pub(super) pass: Pass,
    pub(super) band: (usize, usize),
    pub(super) missing: u8,
    /// Groups between two restart markers; 0 for none.
    pub(super) restart_interval: usize,
}
