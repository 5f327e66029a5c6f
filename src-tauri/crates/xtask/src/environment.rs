//! Every environment variable that a program of the project reads or gives to another one: the table behind the reference, and
//! a test that finds a variable which is not in it.

/// A variable as the reference lists it.
pub struct Variable {
    /// Its name.
    pub name: &'static str,
    /// The programs that read it.
    pub read_by: &'static str,
    /// What it does, and what holds where it is not set.
    pub meaning: &'static str,
}

/// Set by a user, to change what a program does.
pub const FOR_USERS: [Variable; 10] = [
    variable(
        "JANGTEO_DATA",
        "`jangteo`, `jangteo-window`",
        "The data folder where `--data` is absent. Unset or empty: the system's own folder for data.",
    ),
    variable(
        "JANGTEO_LOG",
        "`jangteo`, `jangteo-window`",
        "What is logged: `error`, `warn`, `info`, `debug` or `trace`, or by place, such as `warn,shop_server=debug`. Unset or \
         not readable: `info`.",
    ),
    variable(
        "JANGTEO_CHROMIUM",
        "`cargo xtask test`, `cargo xtask bench frames`, the browser tests",
        "The Chromium that is driven. Unset or empty: the first of `chromium`, `chromium-browser`, `google-chrome` and \
         `google-chrome-stable` on `PATH`.",
    ),
    variable(
        "CI",
        "`.ci/run`, `cargo xtask test`, the browser tests",
        "Set to anything: a test in the window or in Chromium that fails is run once more, and a test marked `only` is an error.",
    ),
    variable(
        "CARGO_INCREMENTAL",
        "cargo",
        "`.ci/run` sets 0 where it is unset: half-compiled crates are kept for no later change.",
    ),
    variable("CARGO_NET_RETRY", "cargo", "`.ci/run` sets 5 where it is unset."),
    variable("RUSTUP_TOOLCHAIN", "rustup", "`.ci/run` sets the default toolchain of the machine where it is unset."),
    variable("LANG", "the system", "`.ci/run` sets `C.UTF-8` where it is unset."),
    variable("CARGO_TARGET_DIR", "cargo, `cargo xtask`", "The folder that is built into. Unset: `target`."),
    variable(
        "DISPLAY",
        "`jangteo-window`, `cargo xtask run`",
        "With `WAYLAND_DISPLAY` unset too, there is no display: `run` opens the window on a virtual one.",
    ),
];

/// What one program gives to another; listed so that no name is used twice.
pub const BETWEEN_PROGRAMS: [Variable; 42] = [
    variable("JANGTEO_BINARY", "the tests", "The program `jangteo`. Unset: the tests of the command line build it."),
    variable("JANGTEO_WINDOW", "the window tests", "The program `jangteo-window`; needed."),
    variable(
        "JANGTEO_PACKAGE",
        "the tests of the package",
        "The package to install; needed. `JANGTEO_NEWER_PACKAGE` is the update.",
    ),
    variable("JANGTEO_NEWER_PACKAGE", "the tests of the package", "See `JANGTEO_PACKAGE`."),
    variable(
        "JANGTEO_PROOF",
        "the tests",
        "The folder that harnesses write their figures to, for `cargo xtask proof`. Unset: none are written.",
    ),
    variable(
        "JANGTEO_PROOF_SIZE",
        "the tests",
        "`full`: the harnesses run at full size. Otherwise in their quick form.",
    ),
    variable("JANGTEO_COMMIT", "the programs", "The commit that they show; their build scripts set it, no user does."),
    variable("CARGO_ENCODED_RUSTFLAGS", "cargo", "`cargo xtask package` maps the paths of this machine away."),
    variable("CFLAGS", "the compiler of C", "The same for the sources in C."),
    variable(
        "SOURCE_DATE_EPOCH",
        "`cargo xtask package`",
        "The time of all files of the package, where git does not tell it.",
    ),
    variable("CARGO_HOME", "cargo, `cargo xtask package`", "Where the sources of dependencies are. Unset: `~/.cargo`."),
    variable("HOME", "the system", "Is written as `~` in reports of crashes."),
    variable("PROFILE", "build scripts", "Debug or release; cargo sets it."),
    variable("JANGTEO_ADDRESS", "the bench of frames", "The server to look at. Unset: `http://127.0.0.1:7878`."),
    variable("JANGTEO_USER", "the hooks of fuzzing", "The e-mail of the user whose token is used."),
    variable("SCHEMATHESIS_HOOKS", "schemathesis", "The file with the hooks of fuzzing."),
    variable("PLAYWRIGHT_JUNIT_OUTPUT_FILE", "Playwright", "Where the report of the browser tests is written."),
    variable("FAULT_IN", "the libraries that inject faults into tests", "The folder whose files fail."),
    variable("FAULT_WHILE", "the same", "Files fail while this file exists."),
    variable("FAULT_AT", "the same", "The number of the operation that fails."),
    variable("FAULT_ERROR", "the same", "The error of the system that it fails with."),
    variable("FAULT_LOG", "the same", "The file that operations are written to."),
    variable("FAULT_STICKY", "the same", "All later operations fail, too."),
    variable(
        "CLOCK_AHEAD",
        "the library that sets the clock in tests",
        "The file with the seconds by which the clock is ahead.",
    ),
    variable("LD_PRELOAD", "the system's loader", "The library that injects faults, or makes syncs slow in a bench."),
    variable(
        "DBUS_SESSION_BUS_ADDRESS",
        "the keychain",
        "Points nowhere in tests, so that they leave the keychain alone.",
    ),
    variable("TAURI_AUTOMATION", "Tauri", "Lets a driver control the window in tests."),
    variable("TAURI_WEBVIEW_AUTOMATION", "Tauri", "The same for the web view."),
    variable("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "WebKitGTK", "Draws without a graphics card on a virtual display."),
    variable("WAYLAND_DISPLAY", "GTK", "Removed where the window opens on a virtual X display."),
    variable("XDG_DATA_HOME", "the system's folders", "A folder of the test's own. So are the next two."),
    variable("XDG_CONFIG_HOME", "the system's folders", "See `XDG_DATA_HOME`."),
    variable("XDG_CACHE_HOME", "the system's folders", "See `XDG_DATA_HOME`."),
    variable(
        "TMPDIR",
        "the system's folders",
        "Where temporary folders are made; one of the test's own in tests of the Lab.",
    ),
    variable("RUSTC_BOOTSTRAP", "the compiler", "Lets the stable compiler build the fuzz targets for libFuzzer."),
    variable("GIT_AUTHOR_DATE", "git", "The day of the snapshot of advisories. So is `GIT_COMMITTER_DATE`."),
    variable("GIT_COMMITTER_DATE", "git", "See `GIT_AUTHOR_DATE`."),
    variable("CARGO", "`cargo xtask`", "The cargo that runs the task; cargo sets it."),
    variable("CARGO_MANIFEST_DIR", "`cargo xtask`, the tests", "The package that runs; cargo sets it."),
    variable("OUT_DIR", "build scripts", "Where they write; cargo sets it."),
    variable("RUSTDOCFLAGS", "cargo", "Makes warnings of the documentation errors in `cargo xtask test`."),
    variable("PATH", "`cargo xtask`", "Where Chromium is looked for."),
];

const fn variable(name: &'static str, read_by: &'static str, meaning: &'static str) -> Variable {
    Variable { name, read_by, meaning }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::shell;

    /// Folders with code that reads variables, and the ends of its files' names.
    const FOLDERS: [&str; 7] = [".ci", "src-tauri", "tests", "ui/e2e", "ui/bench", "ui/src", ""];
    const CODE: [&str; 5] = ["rs", "ts", "tsx", "py", "c"];

    /// Written before the name of a variable. Those that the compiler replaces (`env!`) are no part of a run.
    const BEFORE: [&str; 12] = [
        "export ",
        "env::var(\"",
        "env::var_os(\"",
        "try_from_env(\"",
        "is_set(\"",
        ".env(\"",
        ".env_remove(\"",
        "getenv(\"",
        "process.env.",
        "os.environ[\"",
        "os.environ.get(\"",
        "os.getenv(\"",
    ];

    fn is_name(sign: char) -> bool {
        sign.is_ascii_uppercase() || sign.is_ascii_digit() || sign == '_'
    }

    /// The names in a text that are variables: after one of [`BEFORE`], or with the project's own prefix.
    fn names(text: &str) -> Vec<&str> {
        let after = |before: &str| text.match_indices(before).map(|(at, found)| at + found.len()).collect::<Vec<_>>();
        let own = text.match_indices("JANGTEO_").map(|(at, _)| at);
        let starts = BEFORE.iter().flat_map(|before| after(before)).chain(own);
        let name = |start: usize| text[start..].split(|sign| !is_name(sign)).next().unwrap_or_default();
        starts.map(name).filter(|name| name.len() > 1).collect()
    }

    fn undocumented(text: &str) -> Vec<&str> {
        let listed = |name: &&str| FOR_USERS.iter().chain(&BETWEEN_PROGRAMS).any(|variable| variable.name == *name);
        names(text).into_iter().filter(|name| !listed(name)).collect()
    }

    fn check(folder: &Path, is_root: bool, offences: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).expect("a folder of the sources") {
            let path = entry.expect("an entry").path();
            let end = path.extension().and_then(|end| end.to_str()).unwrap_or_default();
            if path.is_dir() {
                let is_ours = !["node_modules", "gen", "target"].iter().any(|name| path.ends_with(name));
                if is_ours && !is_root {
                    check(&path, false, offences);
                }
            } else if (CODE.contains(&end) && !path.ends_with("environment.rs")) || path.ends_with(".ci/run") {
                let text = std::fs::read_to_string(&path).expect("a text");
                offences.extend(undocumented(&text).iter().map(|name| format!("{}: {name}", path.display())));
            }
        }
    }

    #[test]
    fn every_variable_is_in_the_reference() {
        let mut offences = Vec::new();
        for folder in FOLDERS {
            check(&shell::root().join(folder), folder.is_empty(), &mut offences);
        }
        assert!(offences.is_empty(), "not in src-tauri/crates/xtask/src/environment.rs:\n{}", offences.join("\n"));
    }

    #[test]
    fn a_variable_that_is_not_listed_is_found() {
        for text in
            ["std::env::var(\"NEW_ONE\")", "process.env.NEW_ONE ?? 1", ".env(\"NEW_ONE\", 1)", "getenv(\"NEW_ONE\")"]
        {
            assert_eq!(undocumented(text), ["NEW_ONE"], "{text}");
        }
        assert_eq!(undocumented("`JANGTEO_NEW` decides"), ["JANGTEO_NEW"], "a name in a text");
    }
}
