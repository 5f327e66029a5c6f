//! Backups: a copy of the shop that is damaged in one of the ways that the bytes say, and then restored.

use std::path::PathBuf;
use std::sync::OnceLock;

use serde_json::json;
use shop_contract::ErrorCode;

use crate::TestShop;

/// A whole backup, and where it lies.
struct Backup {
    name: String,
    path: PathBuf,
    bytes: Vec<u8>,
}

/// Damages the backup and restores it. A damaged one is refused, or holds a whole shop all the same.
pub fn backup(data: &[u8]) {
    static BACKUP: OnceLock<Backup> = OnceLock::new();
    let shop = TestShop::get();
    let backup = BACKUP.get_or_init(|| {
        let name =
            shop.as_admin("make_backup", json!({})).expect("a backup")["name"].as_str().expect("a name").to_owned();
        let path = shop.folder().join("backups").join(&name);
        let bytes = std::fs::read(&path).expect("the backup is there");
        Backup { name, path, bytes }
    });
    std::fs::write(&backup.path, damaged(&backup.bytes, data)).expect("the backup can be replaced");
    match shop.as_admin("restore_backup", json!({"name": backup.name})) {
        Ok(_) => {}
        Err(refusal) => {
            let codes = [ErrorCode::Conflict, ErrorCode::NotFound];
            assert!(codes.contains(&refusal.code), "a damaged backup fails inside: {refusal:?}");
        }
    }
    let broken = shop_app::verify(shop.shop()).expect("the shop can be verified");
    assert!(broken.is_empty(), "after a damaged backup: {broken:?}");
    shop.ask(None, "get_shop", json!({})).expect("the shop answers");
}

/// The bytes with the damage that `data` describes: an odd first byte cuts the file, then each six bytes are an offset, a length
/// and the byte that is written there.
fn damaged(whole: &[u8], data: &[u8]) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    let Some((mode, rest)) = data.split_first() else { return bytes };
    for edit in rest.as_chunks::<6>().0 {
        let [a, b, c, d, length, value] = *edit;
        let start = u32::from_le_bytes([a, b, c, d]) as usize % whole.len();
        let end = (start + 1 + usize::from(length)).min(whole.len());
        bytes[start..end].fill(value);
    }
    if mode % 2 == 1 {
        let at = rest.first_chunk().map_or(0, |at| u32::from_le_bytes(*at)) as usize % whole.len();
        bytes.truncate(at);
    }
    bytes
}
