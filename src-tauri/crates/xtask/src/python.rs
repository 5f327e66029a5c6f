//! The programs of checks that the registry of Python packages has, in an environment of their own under `target`: nothing
//! of the system's Python is changed, and every version is pinned by a file.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::{shell, ui};

/// All packages with their versions, those that others need included. A file with hashes has them for all of its packages,
/// so that each file is installed by itself.
const REQUIREMENTS: [&str; 2] = ["tests/fuzz/requirements.txt", "src-tauri/crates/xtask/requirements.txt"];

/// Makes the environment unless it holds what is pinned. The stamp is a copy of the pins inside the environment.
pub fn install_packages() -> Result<()> {
    if is_installed() {
        return Ok(());
    }
    shell::say(&format!("Installing Python packages into {} …", environment().display()));
    let folder = environment().display().to_string();
    shell::run(&mut shell::command("python3", &["-m", "venv", "--clear", &folder]))
        .context("Python 3 with its venv module is needed; Debian and Ubuntu call it python3-venv")?;
    let python = program("python").display().to_string();
    for file in REQUIREMENTS {
        let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement", file];
        shell::run(&mut shell::command(&python, &pip))
            .context("the registry of Python packages may be out of reach")?;
    }
    ui::write(&stamp(), &pins()?)
}

/// A program of the environment.
pub fn program(name: &str) -> PathBuf {
    let folder = if cfg!(windows) { "Scripts" } else { "bin" };
    environment().join(folder).join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// Whether this machine's Python can make the environment, or has made it already.
pub fn can_install() -> bool {
    is_installed() || shell::succeeds("python3", &["-c", "import ensurepip, venv"])
}

fn is_installed() -> bool {
    pins().is_ok_and(|pins| std::fs::read_to_string(stamp()).is_ok_and(|installed| installed == pins))
}

fn pins() -> Result<String> {
    let read = |file| std::fs::read_to_string(shell::root().join(file)).with_context(|| format!("{file} is missing"));
    REQUIREMENTS.into_iter().map(read).collect()
}

fn environment() -> PathBuf {
    shell::target().join("xtask/python")
}

fn stamp() -> PathBuf {
    environment().join("xtask-requirements.txt")
}
