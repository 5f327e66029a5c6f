//! The packages that the programs need, found in the programs themselves: each library that they are linked with must be known
//! here, and the C library must be as new as its newest function that is called.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result};

use crate::shell;

/// Libraries by the beginnings of their names, and the packages of Debian 12 and Ubuntu 22.04 that hold them. Newer systems
/// have renamed some and provide the old names.
const PACKAGES: [(&str, &str); 17] = [
    ("libwebkit2gtk-4.1.so.0", "libwebkit2gtk-4.1-0"),
    ("libjavascriptcoregtk-4.1.so.0", "libjavascriptcoregtk-4.1-0"),
    ("libsoup-3.0.so.0", "libsoup-3.0-0"),
    ("libgtk-3.so.0", "libgtk-3-0"),
    ("libgdk-3.so.0", "libgtk-3-0"),
    ("libgdk_pixbuf-2.0.so.0", "libgdk-pixbuf-2.0-0"),
    ("libglib-2.0.so.0", "libglib2.0-0"),
    ("libgobject-2.0.so.0", "libglib2.0-0"),
    ("libgio-2.0.so.0", "libglib2.0-0"),
    ("libgmodule-2.0.so.0", "libglib2.0-0"),
    ("libcairo.so.2", "libcairo2"),
    ("libcairo-gobject.so.2", "libcairo-gobject2"),
    ("libpango-1.0.so.0", "libpango-1.0-0"),
    ("libatk-1.0.so.0", "libatk1.0-0"),
    ("libharfbuzz.so.0", "libharfbuzz0b"),
    ("libdbus-1.so.3", "libdbus-1-3"),
    ("libgcc_s.so.1", "libgcc-s1"),
];
/// Parts of the C library, which is always there.
const OF_LIBC: [&str; 6] = ["libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "ld-linux"];

/// What the programs need, as `Depends` names it.
pub fn needed(programs: &[&Path]) -> Result<BTreeSet<String>> {
    let mut needed = BTreeSet::new();
    let mut newest = (0, 0);
    for program in programs {
        let headers = shell::output(shell::command("objdump", &["--private-headers"]).arg(program))
            .context("objdump, of binutils, reads what a program is linked with")?;
        for library in libraries(&headers) {
            needed.extend(package(library)?.map(str::to_owned));
        }
        newest = glibc_versions(&headers).fold(newest, Ord::max);
    }
    needed.insert(format!("libc6 (>= {}.{})", newest.0, newest.1));
    Ok(needed)
}

/// The package of a library; `None` for the C library, whose version is asked apart.
fn package(library: &str) -> Result<Option<&'static str>> {
    if OF_LIBC.iter().any(|name| library.starts_with(name)) {
        return Ok(None);
    }
    let found = PACKAGES.iter().find(|(name, _)| *name == library).map(|(_, package)| Some(*package));
    found.with_context(|| format!("the program needs {library}, whose package is not in package/libraries.rs"))
}

fn libraries(headers: &str) -> impl Iterator<Item = &str> {
    headers.lines().filter_map(|line| line.trim().strip_prefix("NEEDED")).map(str::trim)
}

/// The versions of functions of the C library that are called.
fn glibc_versions(headers: &str) -> impl Iterator<Item = (u32, u32)> {
    headers.lines().filter_map(|line| {
        let (major, minor) = line.split_whitespace().last()?.strip_prefix("GLIBC_")?.split_once('.')?;
        Some((major.parse().ok()?, minor.split('.').next()?.parse().ok()?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADERS: &str = "Dynamic Section:\n  NEEDED               libgtk-3.so.0\n  NEEDED               libc.so.6\n\n\
                           Version References:\n  required from libc.so.6:\n    0x06969195 0x00 04 GLIBC_2.35\n    \
                           0x09691a75 0x00 02 GLIBC_2.2.5\n    0x0 0x00 02 GCC_3.0\n";

    #[test]
    fn libraries_and_the_newest_function_are_read() {
        assert_eq!(libraries(HEADERS).collect::<Vec<_>>(), ["libgtk-3.so.0", "libc.so.6"]);
        assert_eq!(glibc_versions(HEADERS).max(), Some((2, 35)));
    }

    #[test]
    fn a_library_without_a_package_is_an_error() {
        assert_eq!(package("libgdk-3.so.0").expect("known"), Some("libgtk-3-0"));
        assert_eq!(package("libm.so.6").expect("known"), None);
        assert!(package("libnew.so.1").is_err(), "a new library needs its package");
    }
}
