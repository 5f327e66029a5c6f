//! Checks that a PNG or WebP file is complete, before decoding. Decoders show the existing part of a truncated file and
//! fill the rest with grey. Data after the end is not part of the picture and is not stored.

use super::Fault;

/// Follows the chunks of a PNG to `IEND`.
///
/// # Errors
/// [`Fault::CutOff`] if there is none.
pub(super) fn png(bytes: &[u8]) -> Result<(), Fault> {
    let mut at = 8;
    loop {
        let head = bytes.get(at..at + 8).ok_or(Fault::CutOff)?;
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]) as usize;
        let end = at.saturating_add(length).saturating_add(12);
        if end > bytes.len() {
            return Err(Fault::CutOff);
        }
        if &head[4..] == b"IEND" {
            return Ok(());
        }
        at = end;
    }
}

/// Checks that a WebP has the length that its header states.
///
/// # Errors
/// [`Fault::CutOff`] if it is shorter.
pub(super) fn webp(bytes: &[u8]) -> Result<(), Fault> {
    let length = bytes.get(4..8).ok_or(Fault::CutOff)?;
    let length = u32::from_le_bytes([length[0], length[1], length[2], length[3]]) as usize;
    if bytes.len() < length.saturating_add(8) { Err(Fault::CutOff) } else { Ok(()) }
}
