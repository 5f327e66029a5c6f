//! The marker of a run: a file that is there while the program runs. Where it is found at a start, the last run did not end by
//! itself.

use std::io;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use shop_app::runtime::DataFolder;

/// Its file in the data folder.
const FILE: &str = "crash/running";
/// A name of this boot of the system. With another one, the computer was restarted or lost power: the program did not crash.
const BOOT_ID: &str = "/proc/sys/kernel/random/boot_id";

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Marker {
    pub started_at: DateTime<Utc>,
    pub version: String,
    pub commit: String,
    boot: Option<String>,
}

impl Marker {
    pub fn of_this_run(now: DateTime<Utc>) -> Self {
        let (version, commit) = (env!("CARGO_PKG_VERSION").to_owned(), env!("JANGTEO_COMMIT").to_owned());
        Self { started_at: now, version, commit, boot: this_boot() }
    }

    /// The marker in the folder; an unreadable one counts as absent.
    pub fn read(folder: &DataFolder) -> Option<Self> {
        serde_json::from_str(&folder.recall(FILE).ok()??).ok()
    }

    pub fn write(&self, folder: &DataFolder) -> io::Result<()> {
        folder.keep(FILE, Some(&serde_json::to_string(self)?))
    }

    pub fn remove(folder: &DataFolder) -> io::Result<()> {
        folder.keep(FILE, None)
    }

    pub fn is_of_this_boot(&self) -> bool {
        self.boot == this_boot()
    }

    #[cfg(test)]
    pub fn with_boot(self, boot: &str) -> Self {
        Self { boot: Some(boot.to_owned()), ..self }
    }
}

fn this_boot() -> Option<String> {
    std::fs::read_to_string(BOOT_ID).ok().map(|id| id.trim().to_owned())
}
