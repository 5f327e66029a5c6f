//! The codes of one block of 64 coefficients, read without their values (ITU-T T.81, F.2.2 and G.1.2). Of a progressive
//! picture it must be known which coefficients are not zero, because later scans hold a bit more of each of those.

use super::Fault;
use super::bits::{Bits, Table};

/// What one scan holds of its blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pass {
    /// All coefficients, with all of their bits.
    Sequential,
    /// The first coefficient without its last bits.
    FirstDc,
    /// One more bit of the first coefficient.
    MoreDc,
    /// A range of the other coefficients without their last bits.
    FirstAc(Band),
    /// One more bit of a range of the other coefficients.
    MoreAc(Band),
}

/// A range of coefficients: the first and the last.
pub(super) type Band = (u32, u32);

/// The tables of a component in this scan.
#[derive(Clone, Copy)]
pub(super) struct Tables<'a> {
    pub(super) dc: Option<&'a Table>,
    pub(super) ac: Option<&'a Table>,
}

impl<'a> Tables<'a> {
    fn dc(self) -> Result<&'a Table, Fault> {
        self.dc.ok_or(Fault::Damaged)
    }

    fn ac(self) -> Result<&'a Table, Fault> {
        self.ac.ok_or(Fault::Damaged)
    }
}

/// Reads one block. `nonzero` has a bit for each coefficient; `blocks_to_pass` counts the following blocks without a code.
///
/// # Errors
/// [`Fault::CutOff`], [`Fault::Damaged`].
pub(super) fn read(
    bits: &mut Bits<'_>,
    pass: Pass,
    tables: Tables<'_>,
    nonzero: &mut u64,
    blocks_to_pass: &mut u32,
) -> Result<(), Fault> {
    match pass {
        Pass::Sequential => {
            first_dc(bits, tables.dc()?)?;
            first_ac(bits, tables.ac()?, (1, 63), &mut 0, &mut 0)
        }
        Pass::FirstDc => first_dc(bits, tables.dc()?),
        Pass::MoreDc => bits.number(1).map(drop),
        Pass::FirstAc(band) => first_ac(bits, tables.ac()?, band, nonzero, blocks_to_pass),
        Pass::MoreAc(band) => more_ac(bits, tables.ac()?, band, nonzero, blocks_to_pass),
    }
}

fn first_dc(bits: &mut Bits<'_>, table: &Table) -> Result<(), Fault> {
    let length = bits.code(table)?;
    if length > 16 {
        return Err(Fault::Damaged);
    }
    bits.number(u32::from(length)).map(drop)
}

fn first_ac(
    bits: &mut Bits<'_>,
    table: &Table,
    (first, last): Band,
    nonzero: &mut u64,
    blocks_to_pass: &mut u32,
) -> Result<(), Fault> {
    if *blocks_to_pass > 0 {
        *blocks_to_pass -= 1;
        return Ok(());
    }
    let mut at = first;
    while at <= last {
        match split(bits.code(table)?) {
            (15, 0) => at += 16,
            (run, 0) => {
                *blocks_to_pass = passed(bits, run)? - 1;
                return Ok(());
            }
            (run, length) => {
                at += run;
                bits.number(length)?;
                *nonzero |= 1_u64.checked_shl(at).unwrap_or(0);
                at += 1;
            }
        }
    }
    Ok(())
}

fn more_ac(
    bits: &mut Bits<'_>,
    table: &Table,
    (first, last): Band,
    nonzero: &mut u64,
    blocks_to_pass: &mut u32,
) -> Result<(), Fault> {
    let mut at = first;
    while *blocks_to_pass == 0 && at <= last {
        let (run, length) = split(bits.code(table)?);
        if length == 0 && run < 15 {
            *blocks_to_pass = passed(bits, run)?;
            break;
        }
        // The sign of a coefficient that is not zero from here on.
        bits.number(u32::from(length > 0))?;
        at = after_zeros(bits, (at, last), run, *nonzero)?;
        if length > 0 && at <= last {
            *nonzero |= 1 << at;
        }
        at += 1;
    }
    if *blocks_to_pass > 0 {
        after_zeros(bits, (at, last), u32::MAX, *nonzero)?;
        *blocks_to_pass -= 1;
    }
    Ok(())
}

/// Reads a bit of each coefficient that is not zero, and passes over so many that are; returns the place of the next zero,
/// or the place behind the last coefficient.
fn after_zeros(bits: &mut Bits<'_>, (mut at, last): Band, mut zeros: u32, nonzero: u64) -> Result<u32, Fault> {
    while at <= last {
        if nonzero >> at & 1 == 1 {
            bits.number(1)?;
        } else if zeros == 0 {
            break;
        } else {
            zeros -= 1;
        }
        at += 1;
    }
    Ok(at)
}

/// The number of blocks, from this one on, that end here.
fn passed(bits: &mut Bits<'_>, exponent: u32) -> Result<u32, Fault> {
    Ok((1 << exponent) + bits.number(exponent)?)
}

/// A run of zeros and the length of the coefficient behind it.
fn split(value: u8) -> (u32, u32) {
    (u32::from(value >> 4), u32::from(value & 15))
}
