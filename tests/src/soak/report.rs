//! What a soak says at its end: a table for users, JSON for programs.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{Check, Evidence, Kept, Kind, Sample};

/// What was seen and what holds of it.
#[derive(Debug, Clone)]
pub struct Report {
    /// Everything that was measured.
    pub evidence: Evidence,
    /// What must hold.
    pub checks: Vec<Check>,
    /// How often each code was the answer, by kind of request.
    pub refusals: BTreeMap<String, u64>,
}

impl Report {
    /// Whether every check holds.
    #[must_use]
    pub fn is_ok(&self) -> bool {
        self.checks.iter().all(|check| check.ok)
    }

    /// The table.
    #[must_use]
    pub fn table(&self) -> String {
        let Kept { asked, answered } = self.evidence.kept;
        let load = format!("{asked:.0} requests a second planned, {answered:.0} answered");
        let mut text =
            format!("{load}\n{:<28} {:>10} {:>10} {:>10} {:>18}\n", "", "start", "middle", "end", "drift an hour");
        let (samples, seen) = (&self.evidence.samples, &self.evidence);
        for (name, of) in Sample::COLUMNS {
            let [start, middle, end] = three(samples).map(|sample| sample.map_or(f64::NAN, of));
            add(&mut text, name, [start, middle, end], seen.drift(of).slope * 3_600.0);
        }
        for (place, kind) in Kind::ALL.iter().enumerate() {
            let p99 = |sample: Option<&Sample>| sample.and_then(|sample| Some(sample.times.get(place)?.2));
            let [start, middle, end] = three(samples).map(|sample| p99(sample).unwrap_or(f64::NAN));
            let [second, last] = seen.slowness.get(place).map_or([f64::NAN; 2], |one| one.p99_ms);
            let name = format!("{}, p99 ms", kind.name());
            let fifths = format!("{second:.2} -> {last:.2}");
            // A string takes what is written.
            let _ = writeln!(text, "{name:<28} {start:>10.2} {middle:>10.2} {end:>10.2} {fifths:>18}");
        }
        for (what, count) in &self.refusals {
            let _ = writeln!(text, "    {what:<48} {count:>10}");
        }
        for Check { what, found, goal, ok } in &self.checks {
            let verdict = if *ok { "ok" } else { "SHORT" };
            let _ = writeln!(text, "    {what:<48} {found:>10.2}   {goal:<12} {verdict}");
        }
        text
    }

    /// The same and every sample.
    #[must_use]
    pub fn json(&self) -> Value {
        let seen = &self.evidence;
        json!({
            "seconds": seen.seconds,
            "rate": {"asked": seen.kept.asked, "answered": seen.kept.answered},
            "samples": seen.samples.iter().map(Sample::json).collect::<Vec<_>>(),
            "refusals": self.refusals,
            "checks": self.checks,
            "ok": self.is_ok(),
        })
    }
}

/// The first sample, one in the middle, the last.
fn three(samples: &[Sample]) -> [Option<&Sample>; 3] {
    [samples.first(), samples.get(samples.len() / 2), samples.last()]
}

fn add(text: &mut String, name: &str, [start, middle, end]: [f64; 3], drift: f64) {
    // A string takes what is written.
    let _ = writeln!(text, "{name:<28} {start:>10.2} {middle:>10.2} {end:>10.2} {drift:>18.2}");
}
