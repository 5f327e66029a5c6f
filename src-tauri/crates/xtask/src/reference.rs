//! `cargo xtask reference`: every flag, environment variable and setting, written to `src-tauri/REFERENCE.md`.
//!
//! Flags are what the programs themselves print for `--help`; settings come from the contract and a new shop; variables from
//! the table in `environment.rs`. The file is committed, so that it can be read without Rust; `--check` fails when it is stale.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};
use clap::Args;

use crate::environment::{BETWEEN_PROGRAMS, FOR_USERS, Variable};
use crate::{programs, shell, ui};

const COMMITTED: &str = "src-tauri/REFERENCE.md";

/// The programs beside this one, and how a user calls them.
const PROGRAMS: [(&str, &str); 4] = [
    ("jangteo", "jangteo"),
    ("jangteo-window", "jangteo-window"),
    ("bench", "cargo xtask bench --"),
    ("soak", "cargo xtask soak --"),
];
/// Prints the settings.
const SETTINGS: &str = "settings-table";

/// The options of `reference`.
#[derive(Args)]
pub struct Options {
    /// Change nothing; fail when the committed file is stale.
    #[arg(long)]
    check: bool,
}

/// Writes the reference, or compares it with the committed one.
pub fn reference(options: &Options) -> Result<()> {
    if options.check { check() } else { ui::write(&shell::root().join(COMMITTED), &text()?) }
}

/// Compares the committed file with what the programs say now.
pub fn check() -> Result<()> {
    let now = text()?;
    if std::fs::read_to_string(shell::root().join(COMMITTED)).is_ok_and(|committed| committed == now) {
        return Ok(());
    }
    bail!("{COMMITTED} is stale; run `cargo xtask reference` and commit")
}

fn text() -> Result<String> {
    ui::build_when_changed()?;
    let names = PROGRAMS.iter().map(|(program, _)| *program).chain([SETTINGS]);
    programs::build(&names.collect::<Vec<_>>(), false)?;
    let mut text = "# Reference\n\nMade by `cargo xtask reference` from the programs themselves; do not edit it. \
                    [README](../README.md) says how they are used.\n\n## Flags\n"
        .to_owned();
    add_help(&std::env::current_exe()?, "cargo xtask", &mut Vec::new(), &mut text)?;
    for (program, called) in PROGRAMS {
        add_help(&shell::built(program, false), called, &mut Vec::new(), &mut text)?;
    }
    text.push_str("\n## Environment variables\n");
    add_variables("For users", &FOR_USERS, &mut text)?;
    add_variables("Between programs", &BETWEEN_PROGRAMS, &mut text)?;
    let settings = shell::output(&mut Command::new(shell::built(SETTINGS, false)))?;
    write!(
        text,
        "\n## Settings of a shop\n\nAn admin changes them under *Settings* or by `PUT /v1/admin/settings`.\n\n"
    )?;
    text.push_str(&settings);
    Ok(text)
}

/// The help of a program, and below it that of its sub-commands.
fn add_help(program: &Path, called: &str, words: &mut Vec<String>, text: &mut String) -> Result<()> {
    let page = shell::output(Command::new(program).args(&*words).arg("--help"))?;
    let title = [&[called.to_owned()], &words[..]].concat().join(" ");
    write!(text, "\n### `{title}`\n\n```text\n{}\n```\n", page.trim_end())?;
    for command in commands(&page) {
        words.push(command.to_owned());
        add_help(program, called, words, text)?;
        words.pop();
    }
    Ok(())
}

/// The sub-commands that a page of help lists.
fn commands(page: &str) -> impl Iterator<Item = &str> {
    let listed = page.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let names = listed.filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    names.filter(|name| !name.is_empty() && *name != "help")
}

fn add_variables(title: &str, variables: &[Variable], text: &mut String) -> Result<()> {
    write!(text, "\n### {title}\n\n| variable | read by | meaning |\n| --- | --- | --- |\n")?;
    for variable in variables {
        writeln!(text, "| `{}` | {} | {} |", variable.name, variable.read_by, variable.meaning)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_commands_of_a_page() {
        let page = "Usage: x\n\nCommands:\n  serve  Serve it\n          more of it\n  user   Users\n  help   Help\n\nOptions:\n  -h\n";
        assert_eq!(commands(page).collect::<Vec<_>>(), ["serve", "user"]);
    }
}
