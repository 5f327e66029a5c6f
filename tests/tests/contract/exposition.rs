//! A strict reader of the exposition format 0.0.4: what it lets pass any collector understands.

use std::collections::{BTreeMap, BTreeSet};

/// The families of a text by name.
pub type Families = BTreeMap<String, Family>;

/// Names and values in their order.
type Labels = Vec<(String, String)>;
/// A sample: name, labels, value.
type Sample = (String, Labels, f64);
/// The buckets of each series: bound and count.
type Buckets = BTreeMap<Labels, Vec<(f64, f64)>>;

/// A family.
#[derive(Debug, Default)]
pub struct Family {
    /// Its type.
    pub kind: String,
    /// Its samples.
    pub samples: Vec<Sample>,
}

impl Family {
    /// The one value of a family without labels.
    pub fn value(&self) -> f64 {
        assert_eq!(self.samples.len(), 1, "one sample: {self:?}");
        self.samples[0].2
    }

    /// The value of the sample with this label.
    pub fn of(&self, suffix: &str, label: &str) -> f64 {
        let is = |(name, labels, _): &&Sample| name.ends_with(suffix) && labels.iter().any(|(_, value)| value == label);
        self.samples.iter().find(is).unwrap_or_else(|| panic!("no {suffix} of {label}")).2
    }
}

/// Reads a text, and asserts that it is one.
pub fn read(text: &str) -> Families {
    assert!(text.ends_with('\n'), "the last line ends like the others");
    let (mut families, mut current) = (Families::new(), String::new());
    let mut seen = BTreeSet::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        if let Some(rest) = line.strip_prefix("# HELP ") {
            let (name, help) = rest.split_once(' ').expect("a help says something");
            assert!(is_name(name) && !help.trim().is_empty(), "{line}");
            let kind =
                lines.next().and_then(|next| next.strip_prefix(&format!("# TYPE {name} "))).expect("then the type");
            assert!(["counter", "gauge", "histogram"].contains(&kind), "{line}: {kind}");
            assert_eq!(kind == "counter", name.ends_with("_total"), "a counter, and nothing else, is a total: {name}");
            let family = Family { kind: kind.to_owned(), samples: Vec::new() };
            assert!(families.insert(name.to_owned(), family).is_none(), "{name} stands in one place");
            name.clone_into(&mut current);
            continue;
        }
        let (series, value) = line.rsplit_once(' ').expect("a sample has a value");
        assert!(seen.insert(series.to_owned()), "{series} is told once");
        let (name, labels) = parts(series);
        let family = families.get_mut(&current).expect("a family comes before its samples");
        let suffix = name.strip_prefix(&current).unwrap_or_else(|| panic!("{name} stands in {current}"));
        let allowed: &[&str] = if family.kind == "histogram" { &["_bucket", "_sum", "_count"] } else { &[""] };
        assert!(allowed.contains(&suffix), "{line}: no sample of a {}", family.kind);
        family.samples.push((name, labels, value.parse().unwrap_or_else(|_| panic!("{line}: a number"))));
    }
    families.values().filter(|family| family.kind == "histogram").for_each(check_histogram);
    families
}

fn is_name(name: &str) -> bool {
    let mut letters = name.chars();
    letters.next().is_some_and(|first| first.is_ascii_alphabetic() || first == '_')
        && letters.all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
}

fn parts(series: &str) -> (String, Labels) {
    let (name, labels) = match series.split_once('{') {
        Some((name, rest)) => (name, rest.strip_suffix('}').unwrap_or_else(|| panic!("{series} is closed"))),
        None => (series, ""),
    };
    assert!(is_name(name), "{series} has a name");
    let label = |label: &str| {
        let (name, value) = label.split_once('=').expect("a label has a value");
        let value = value.strip_prefix('"').and_then(|value| value.strip_suffix('"')).expect("in quotes");
        assert!(is_name(name) && !value.contains(['"', '\\', '\n']), "{series}: {label}");
        (name.to_owned(), value.to_owned())
    };
    (name.to_owned(), labels.split(',').filter(|label| !label.is_empty()).map(label).collect())
}

/// Buckets rise to the count, each bound is higher than the one before, and the last is +Inf.
fn check_histogram(family: &Family) {
    let mut series = Buckets::new();
    let mut ends = BTreeMap::new();
    for (name, labels, value) in &family.samples {
        let mut others = labels.clone();
        if name.ends_with("_bucket") {
            let at = others.iter().position(|(name, _)| name == "le").expect("a bucket has a bound");
            let bound = others.remove(at).1.replace("+Inf", "inf").parse().expect("a bound is a number");
            series.entry(others).or_default().push((bound, *value));
        } else {
            ends.entry(others).or_insert_with(BTreeMap::new).insert(name.ends_with("_sum"), *value);
        }
    }
    for (labels, buckets) in &series {
        assert!(buckets.is_sorted_by(|one, next| one.0 < next.0 && one.1 <= next.1), "{labels:?}: {buckets:?}");
        let (last, ends) = (buckets.last().expect("buckets"), &ends[labels]);
        assert!(last.0.is_infinite() && last.1 == ends[&false], "{labels:?} ends with its count: {buckets:?} {ends:?}");
        assert!(ends[&true] >= 0.0, "{labels:?} has its sum");
    }
    assert_eq!(series.len(), ends.len(), "no sum without buckets");
}
