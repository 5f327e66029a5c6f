//! The text that collectors of the Prometheus kind read, version 0.0.4: each family with its help and type, then its samples.
//! What is written here are names, help and labels of this program, in which nothing needs to be escaped.

use std::fmt::{Display, Write as _};

use shop_app::runtime::{Distribution, TIME_BOUNDS};

/// Microseconds in a second, the unit of times.
const MICROS: f64 = 1_000_000.0;

/// A text in the making.
#[derive(Default)]
pub(super) struct Exposition(String);

impl Exposition {
    /// A family with one sample that goes up and down.
    pub(super) fn gauge(&mut self, name: &str, help: &str, value: impl Display) {
        self.family(name, "gauge", help);
        self.sample(name, "", value);
    }

    /// A family with one sample that only goes up; its name ends in `_total`.
    pub(super) fn counter(&mut self, name: &str, help: &str, value: u64) {
        self.counters(name, help, [(String::new(), value)]);
    }

    /// The same with a sample for each label.
    pub(super) fn counters(&mut self, name: &str, help: &str, values: impl IntoIterator<Item = (String, u64)>) {
        self.family(name, "counter", help);
        for (label, value) in values {
            self.sample(name, &label, value);
        }
    }

    /// Times in seconds, one histogram for each label; its name ends in `_seconds`.
    pub(super) fn times(
        &mut self,
        name: &str,
        help: &str,
        times: impl IntoIterator<Item = (String, [u64; TIME_BOUNDS.len() + 1], u64)>,
    ) {
        let bounds = TIME_BOUNDS.map(|micros| micros as f64 / MICROS);
        self.family(name, "histogram", help);
        for (label, places, sum_micros) in times {
            self.histogram(name, &label, (&bounds, &places), sum_micros as f64 / MICROS);
        }
    }

    /// Sizes, counted up to each power of two.
    pub(super) fn sizes(&mut self, name: &str, help: &str, counts: &[u64], sum: u64) {
        let bounds: Vec<f64> = (0..counts.len()).map(|place| 2_f64.powi(place as i32)).collect();
        self.family(name, "histogram", help);
        self.histogram(name, "", (&bounds, counts), sum as f64);
    }

    /// The whole.
    pub(super) fn into_text(self) -> String {
        self.0
    }

    /// `counts` may have one more place than there are bounds, for what lies beyond all of them.
    fn histogram(&mut self, name: &str, label: &str, (bounds, counts): (&[f64], &[u64]), sum: f64) {
        let (bucket, comma) = (format!("{name}_bucket"), if label.is_empty() { "" } else { "," });
        let mut up_to = 0;
        for (bound, count) in bounds.iter().zip(counts) {
            up_to += count;
            self.sample(&bucket, &format!("{label}{comma}le=\"{bound}\""), up_to);
        }
        let all: u64 = counts.iter().sum();
        self.sample(&bucket, &format!("{label}{comma}le=\"+Inf\""), all);
        self.sample(&format!("{name}_sum"), label, sum);
        self.sample(&format!("{name}_count"), label, all);
    }

    fn family(&mut self, name: &str, kind: &str, help: &str) {
        let _ = write!(self.0, "# HELP {name} {help}\n# TYPE {name} {kind}\n");
    }

    fn sample(&mut self, name: &str, label: &str, value: impl Display) {
        let _ = match label {
            "" => writeln!(self.0, "{name} {value}"),
            label => writeln!(self.0, "{name}{{{label}}} {value}"),
        };
    }
}

/// Times as [`Exposition::times`] takes them.
pub(super) fn timed(label: String, times: &Distribution) -> (String, [u64; TIME_BOUNDS.len() + 1], u64) {
    (label, times.places, times.sum)
}
