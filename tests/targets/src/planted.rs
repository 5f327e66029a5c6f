//! Targets with a bug, to see that the mutations find it from the same corpus as the real ones.

use crate::signed;

/// A reader of tables that cuts a name by bytes, and so panics in the middle of a character.
pub fn cuts_by_bytes(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    for line in text.lines() {
        let name = line.split(',').next().unwrap_or_default();
        let _shown = &name[..name.len().min(7)];
    }
}

/// A check of receipts that compares the parts that it knows, and leaves the amount out.
pub fn leaves_the_amount_out(data: &[u8]) {
    let without_amount = |text: &str| {
        let parts: Vec<_> = text.trim().split(';').map(str::to_owned).collect();
        (parts.len() == 8 && parts[2].parse::<i64>().is_ok()).then(|| [&parts[..2], &parts[3..]].concat())
    };
    let known = without_amount(signed::RECEIPT);
    signed::check(data, |text| known.is_some() && without_amount(text) == known);
}
