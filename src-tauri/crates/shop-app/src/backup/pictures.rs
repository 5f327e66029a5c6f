//! Copies pictures to the backups and back. Each is copied once: its name is derived from its content.

use std::fs;
use std::io;
use std::path::Path;

use crate::runtime::{PictureName, private_folder, sync_folder, write_whole};

/// Copies the pictures of `from` that `to` lacks and returns their number. A picture whose content does not match its
/// name is skipped. An existing file is replaced only if its length differs: a crash or a full disk truncates files,
/// and reading every picture at every backup would take minutes.
pub(super) fn bring(from: &Path, to: &Path) -> io::Result<usize> {
    let names = lacking(from, to)?;
    if !names.is_empty() && !to.is_dir() {
        private_folder(to)?;
    }
    let mut brought = 0;
    for name in names {
        let bytes = fs::read(from.join(name.as_str()))?;
        if !name.is_of(&bytes) {
            tracing::warn!(name = name.as_str(), "a picture is not what its name says");
            continue;
        }
        write_whole(to, &name, &bytes)?;
        brought += 1;
    }
    if brought > 0 {
        sync_folder(to)?;
    }
    Ok(brought)
}

/// Bytes of the pictures that [`bring`] would copy.
pub(super) fn size_to_bring(from: &Path, to: &Path) -> io::Result<u64> {
    let size = |name: PictureName| Ok(fs::metadata(from.join(name.as_str()))?.len());
    lacking(from, to)?.into_iter().map(size).sum()
}

/// The pictures of `from` that are missing in `to` or have another length there.
fn lacking(from: &Path, to: &Path) -> io::Result<Vec<PictureName>> {
    let entries = match fs::read_dir(from) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut names = Vec::new();
    for entry in entries {
        let name = entry?.file_name();
        let Some(name) = name.to_str().and_then(PictureName::parse) else { continue };
        if !is_same_length(&from.join(name.as_str()), &to.join(name.as_str())) {
            names.push(name);
        }
    }
    Ok(names)
}

fn is_same_length(source: &Path, target: &Path) -> bool {
    let length = |path: &Path| fs::metadata(path).map(|found| found.len()).ok();
    length(target).is_some_and(|there| length(source) == Some(there))
}
