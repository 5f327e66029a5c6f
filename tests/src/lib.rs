//! Shared fixtures.

use std::path::PathBuf;

#[cfg(unix)]
pub mod fault_vfs;
pub mod first_schema;
pub mod http;
pub mod listed;
pub mod lock_queue;
pub mod proof;
pub mod scene;
pub mod schema_fixture;
#[cfg(target_os = "linux")]
pub mod soak;
pub mod window;

/// The root of the workspace. Asked of cargo when the test runs: what was compiled in may be another checkout that shared
/// the target folder.
#[must_use]
pub fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    PathBuf::from(here).join("..")
}
