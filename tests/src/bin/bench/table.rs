//! What was measured beside what is to be reached, for people and for machines.

use std::io::Write as _;

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

    fn goal(&self) -> String {
        match self.reach {
            Reach::AtLeast(goal) => format!(">= {goal}"),
            Reach::AtMost(goal) => format!("<= {goal}"),
        }
    }

    fn verdict(&self) -> &'static str {
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

/// All rows.
#[derive(Debug, Default)]
pub struct Table {
    rows: Vec<(&'static str, Outcome)>,
}

impl Table {
    /// One more row.
    pub fn add(&mut self, name: &'static str, outcome: Outcome) {
        self.rows.push((name, outcome));
    }

    /// For people.
    ///
    /// # Errors
    /// Standard output is closed.
    pub fn print(&self) -> Result<()> {
        let mut out = std::io::stdout().lock();
        for (name, outcome) in &self.rows {
            writeln!(out, "{name}")?;
            for (contender, figures) in &outcome.measured {
                writeln!(out, "    {contender:<42} {figures}")?;
            }
            for check in &outcome.checks {
                let (found, goal) = (format!("{:.2}", check.found), check.goal());
                let line =
                    format!("    {:<42} {found:>10}   {goal:<10} {:<6} {}", check.what, check.verdict(), check.note);
                writeln!(out, "{}", line.trim_end())?;
            }
        }
        Ok(())
    }

    /// For machines.
    pub fn to_json(&self) -> Value {
        self.rows.iter().map(|(name, outcome)| row_json(name, outcome)).collect()
    }
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
