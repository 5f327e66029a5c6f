//! Pictures on their way to the copies and back. Each is copied once: its name is made from what is in it.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use sha2::{Digest as _, Sha256};

use crate::runtime::{hex, is_picture, private_file, private_folder, sync_folder};

/// Copies those pictures of the folder `from` that the folder `to` lacks; says how many. One whose content does not fit its
/// name is left where it is.
///
/// # Errors
/// Whatever the system refuses.
pub(super) fn bring(from: &Path, to: &Path) -> io::Result<usize> {
    let entries = match fs::read_dir(from) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(0),
        entries => entries?,
    };
    if !to.is_dir() {
        private_folder(to)?;
    }
    let mut brought = 0;
    for entry in entries {
        let name = entry?.file_name();
        let Some(name) = name.to_str().filter(|name| is_picture(name) && !to.join(name).exists()) else { continue };
        let bytes = fs::read(from.join(name))?;
        if !fits(name, &bytes) {
            tracing::warn!(name, "a picture is not what its name says");
            continue;
        }
        let draft = to.join(format!("{name}.draft"));
        let mut file = private_file().create(true).truncate(true).open(&draft)?;
        file.write_all(&bytes)?;
        file.sync_all()?;
        fs::rename(draft, to.join(name))?;
        brought += 1;
    }
    if brought > 0 {
        sync_folder(to)?;
    }
    Ok(brought)
}

/// Bytes of the pictures that [`bring`] would copy.
///
/// # Errors
/// Whatever the system refuses.
pub(super) fn size_to_bring(from: &Path, to: &Path) -> io::Result<u64> {
    let entries = match fs::read_dir(from) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(0),
        entries => entries?,
    };
    let mut size = 0;
    for entry in entries {
        let entry = entry?;
        if entry.file_name().to_str().is_some_and(|name| is_picture(name) && !to.join(name).exists()) {
            size += entry.metadata()?.len();
        }
    }
    Ok(size)
}

fn fits(name: &str, bytes: &[u8]) -> bool {
    name.split('.').next() == Some(&hex(&Sha256::digest(bytes)[..16]))
}
