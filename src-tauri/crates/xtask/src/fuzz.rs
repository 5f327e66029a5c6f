//! The whole HTTP contract under generated requests, good and bad: schemathesis against a live server.
//!
//! What is checked, and what is left out and why, stands in `tests/fuzz/schemathesis.toml`. The seed is fixed, so that a
//! failure of CI is found again; the shop's data are the same each time, too. Once as a customer over
//! everything, once as an admin over the admin's routes.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use crate::live_shop::LiveShop;
use crate::tally::{self, Tally};
use crate::{python, shell};

const SETTINGS: &str = "tests/fuzz/schemathesis.toml";
const HOOKS: &str = "tests/fuzz/hooks.py";

/// The user of each run, and the routes that are tried.
const RUNS: [(&str, &[&str]); 2] =
    [("customer1@demo.jangteo", &[]), ("admin@demo.jangteo", &["--include-path-regex", "^/v1/admin/"])];

/// Fuzzes a demo shop of its own and proves its books afterwards.
pub fn fuzz(tally: &mut Tally) -> Result<()> {
    let binary = shell::built("jangteo", false);
    let data = make_shop(&binary)?;
    let shop = LiveShop::start(&binary, &data, 0)?;
    for (user, routes) in RUNS {
        let report = data.with_file_name("report.xml");
        let mut run = schemathesis(&binary, &data, shop.address(), user);
        run.args(routes).args(["--report", "junit", "--report-junit-path"]).arg(&report);
        tally::run(&mut run, &report, tally).with_context(|| format!("the contract does not hold for {user}"))?;
    }
    shop.stop()?;
    shell::run(Command::new(&binary).args(["verify", "--data"]).arg(&data)).context("the books after all that")
}

fn make_shop(binary: &Path) -> Result<PathBuf> {
    let data = shell::target().join("tmp/fuzz/shop");
    if data.exists() {
        std::fs::remove_dir_all(&data)?;
    }
    let size = ["demo-data", "--products", "60", "--users", "5", "--orders", "60", "--data"];
    shell::run(Command::new(binary).args(size).arg(&data))?;
    Ok(data)
}

/// It writes its files to the current folder, so it runs beside the shop.
fn schemathesis(binary: &Path, data: &Path, address: &str, user: &str) -> Command {
    let root = shell::root();
    let mut run = Command::new(python::program("schemathesis"));
    run.arg("--config-file").arg(root.join(SETTINGS)).args(["run", &format!("{address}/v1/openapi.json")]);
    run.args(["--url", address]).current_dir(data.with_file_name("")).stdin(Stdio::null());
    run.env("SCHEMATHESIS_HOOKS", root.join(HOOKS));
    run.env("JANGTEO_BINARY", binary).env("JANGTEO_DATA", data).env("JANGTEO_USER", user);
    run
}
