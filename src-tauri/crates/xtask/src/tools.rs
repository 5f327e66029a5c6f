//! Programs of cargo that only the full proof needs, compiled from their sources into `target/xtask/tools` when they are missing.

use std::path::PathBuf;

use anyhow::Result;

use crate::shell;

/// A program of crates.io.
pub struct Tool {
    /// The package, which is also the name of the program.
    pub name: &'static str,
    /// The version that is installed.
    pub version: &'static str,
}

impl Tool {
    /// The program; installs it first where this version is missing.
    pub fn ready(&self) -> Result<PathBuf> {
        let folder = shell::target().join("xtask/tools").join(format!("{}-{}", self.name, self.version));
        let program = folder.join("bin").join(format!("{}{}", self.name, std::env::consts::EXE_SUFFIX));
        if !program.is_file() {
            shell::say(&format!("Installing {} {} …", self.name, self.version));
            let mut install =
                shell::cargo(&["install", "--quiet", "--locked", self.name, "--version", self.version, "--root"]);
            shell::run(install.arg(&folder).env("CARGO_TARGET_DIR", shell::target().join("xtask/tools/build")))?;
        }
        Ok(program)
    }
}
