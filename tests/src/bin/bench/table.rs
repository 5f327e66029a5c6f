//! What was measured beside what is to be reached, for users and for machines.

use std::io::Write;

use anyhow::Result;
use serde_json::{Value, json};

/// What a figure must keep to.
#[derive(Debug, Clone, Copy)]
pub enum Reach {
    /// This much or more.
    AtLeast(f64),
    /// This much or less.
    AtMost(f64),
}

/// One figure beside its goal.
#[derive(Debug, Clone)]
pub struct Check {
    /// What it is, with its unit.
    pub what: String,
    /// The figure.
    pub found: f64,
    /// Its goal.
    pub reach: Reach,
    /// What else is to be said of it; mostly nothing.
    pub note: String,
}

impl Check {
    /// A figure that shall be high.
    pub fn at_least(what: impl Into<String>, goal: f64, found: f64) -> Self {
        Self { what: what.into(), found, reach: Reach::AtLeast(goal), note: String::new() }
    }

    /// A figure that shall be low.
    pub fn at_most(what: impl Into<String>, goal: f64, found: f64) -> Self {
        Self { what: what.into(), found, reach: Reach::AtMost(goal), note: String::new() }
    }

    fn is_ok(&self) -> bool {
        match self.reach {
            Reach::AtLeast(goal) => self.found >= goal,
            Reach::AtMost(goal) => self.found <= goal,
        }
    }

    /// The goal as it is printed.
    pub fn goal(&self) -> String {
        match self.reach {
            Reach::AtLeast(goal) => format!(">= {goal}"),
            Reach::AtMost(goal) => format!("<= {goal}"),
        }
    }

    /// Whether it is reached, as it is printed.
    pub fn verdict(&self) -> &'static str {
        if self.is_ok() { "ok" } else { "SHORT" }
    }
}

/// What one row of the bench has found.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Each contender with its figures.
    pub measured: Vec<(&'static str, String)>,
    /// The figures that have goals.
    pub checks: Vec<Check>,
}

/// The rows on their way out: for users each as soon as it is measured, for machines all as one JSON document.
#[derive(Debug)]
pub enum Table {
    /// Printed row by row.
    Text,
    /// Collected until the end.
    Json(Vec<Value>),
}

impl Table {
    /// One more row.
    ///
    /// # Errors
    /// Standard output is closed.
    pub fn add(&mut self, name: &str, outcome: &Outcome) -> Result<()> {
        match self {
            Self::Text => write_row(&mut std::io::stdout().lock(), name, outcome),
            Self::Json(rows) => {
                rows.push(row_json(name, outcome));
                Ok(())
            }
        }
    }

    /// Prints what was collected.
    ///
    /// # Errors
    /// Standard output is closed.
    pub fn finish(self) -> Result<()> {
        match self {
            Self::Text => Ok(()),
            Self::Json(rows) => print_json(&rows.into()),
        }
    }
}

/// Writes a row and sends it off, also where standard output is a file or a pipe that keeps text back.
fn write_row(out: &mut impl Write, name: &str, outcome: &Outcome) -> Result<()> {
    writeln!(out, "{name}")?;
    for (contender, figures) in &outcome.measured {
        writeln!(out, "    {contender:<42} {figures}")?;
    }
    for check in &outcome.checks {
        let (found, goal) = (format!("{:.2}", check.found), check.goal());
        let line = format!("    {:<42} {found:>10}   {goal:<10} {:<6} {}", check.what, check.verdict(), check.note);
        writeln!(out, "{}", line.trim_end())?;
    }
    out.flush()?;
    Ok(())
}

fn row_json(name: &str, outcome: &Outcome) -> Value {
    let checks: Vec<_> = outcome.checks.iter().map(check_json).collect();
    let measured: serde_json::Map<_, _> =
        outcome.measured.iter().map(|(contender, figures)| ((*contender).to_owned(), json!(figures))).collect();
    json!({"row": name, "measured": measured, "checks": checks})
}

fn check_json(check: &Check) -> Value {
    json!({"what": check.what, "found": check.found, "reach": check.goal(), "ok": check.is_ok(), "note": check.note})
}

/// Prints one JSON document.
///
/// # Errors
/// Standard output is closed.
pub fn print_json(value: &Value) -> Result<()> {
    writeln!(std::io::stdout().lock(), "{value:#}")?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Keeps back what was written until it is flushed, as a pipe does.
    #[derive(Default)]
    struct Pipe {
        kept_back: Vec<u8>,
        arrived: String,
    }

    impl Write for Pipe {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.kept_back.extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            let text = String::from_utf8_lossy(&std::mem::take(&mut self.kept_back)).into_owned();
            self.arrived.push_str(&text);
            Ok(())
        }
    }

    #[test]
    fn a_row_has_arrived_before_the_next_is_measured() {
        let mut pipe = Pipe::default();
        let outcome = Outcome { measured: vec![("ours", "1,000 a second".to_owned())], ..Outcome::default() };
        for row in ["first", "second"] {
            write_row(&mut pipe, row, &outcome).expect("the pipe is open");
            assert!(pipe.arrived.contains(row) && pipe.kept_back.is_empty(), "{row} is there: {}", pipe.arrived);
        }
    }
}
