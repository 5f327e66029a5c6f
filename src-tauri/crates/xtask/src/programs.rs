//! The programs of the workspace, compiled with the same features whichever of them is wanted.

use anyhow::Result;

use crate::shell;

/// Compiles these programs in the debug or the release profile.
///
/// `--workspace` lets cargo choose the features of all packages together. `--package` would choose those of one package, and
/// most crates would be compiled again for the next one.
pub fn build(names: &[&str], release: bool) -> Result<()> {
    let mut build = shell::cargo(&["build", "--workspace"]);
    for name in names {
        build.args(["--bin", name]);
    }
    if release {
        build.arg("--release");
    }
    shell::run(&mut build)
}
