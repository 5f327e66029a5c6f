//! Nothing is left over from writing: no notes to oneself, no debugging, no test switched off.

use crate::source::{Source, hold, rust, typescript};

/// Put together from halves, so that this file does not break its own rule.
const LEFTOVERS: [&str; 8] = [
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("to", "do!("),
    concat!("unimple", "mented!("),
    concat!("db", "g!("),
    concat!("console", ".log"),
    concat!("#[ign", "ore"),
    concat!("debug", "ger;"),
];

fn offences(source: &Source) -> Vec<String> {
    source.lines_where(|line| LEFTOVERS.iter().any(|word| line.contains(word)), "left over")
}

#[test]
fn nothing_is_left_over() {
    hold(&rust(), offences);
    hold(&typescript(), offences);
}

#[test]
fn each_leftover_is_seen() {
    for word in LEFTOVERS {
        let planted = Source::planted("a.rs", &format!("fn a() {{}}\n    {word}\n"));
        assert_eq!(offences(&planted).len(), 1, "{word}");
    }
}
