//! The fuzz targets under libFuzzer, which follows what an input reaches. `tests/tests/targets` tries the same targets on mutations
//! that follow nothing, with every run of the tests.
//!
//! The compiler is the stable one. `RUSTC_BOOTSTRAP` lets it take the flags that cargo-fuzz passes.

use anyhow::{Context, Result, ensure};

use crate::shell;
use crate::tools::Tool;

const CARGO_FUZZ: Tool = Tool { name: "cargo-fuzz", version: "0.13.2" };

/// The package with a program for each target.
const PACKAGE: &str = "tests/targets/libfuzzer";
/// The corpora.
const CORPORA: &str = "tests/targets/corpus";

/// Runs each target for so long.
pub fn run(seconds: u64) -> Result<()> {
    let (program, root) = (CARGO_FUZZ.ready()?, shell::root());
    // The versions are those of the shop; what libFuzzer needs is added.
    std::fs::copy(root.join("Cargo.lock"), root.join(PACKAGE).join("Cargo.lock"))?;
    let folder = shell::target().join("fuzz");
    let mut targets = 0;
    for corpus in std::fs::read_dir(root.join(CORPORA))? {
        let corpus = corpus?;
        let name = corpus.file_name().into_string().ok().context("a corpus has the name of its target")?;
        let found = folder.join("found").join(&name);
        std::fs::create_dir_all(&found)?;
        shell::say(&format!("The target {name}, for {seconds} seconds"));
        let mut fuzz = std::process::Command::new(&program);
        shell::remove_package_variables(&mut fuzz);
        // A sanitizer would find nothing more in safe Rust, and SQLite is compiled without.
        fuzz.args(["run", "--fuzz-dir", PACKAGE, "--sanitizer", "none", "--target-dir"]).arg(folder.join("build"));
        fuzz.arg(&name).arg(&found).arg(corpus.path()).arg("--").arg(format!("-max_total_time={seconds}"));
        fuzz.args(["-timeout=30", "-rss_limit_mb=4096", "-print_final_stats=1", "-verbosity=0"]);
        fuzz.current_dir(&root).env("RUSTC_BOOTSTRAP", "1");
        shell::run(&mut fuzz)
            .with_context(|| format!("the target {name}: its input is in {PACKAGE}/artifacts/{name}"))?;
        targets += 1;
    }
    ensure!(targets > 0, "there is no corpus in {CORPORA}");
    Ok(())
}
