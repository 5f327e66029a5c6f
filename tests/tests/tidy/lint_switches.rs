//! A lint is never switched off in silence: `expect` with a reason also tells when it is no longer
//! needed; `allow` stays for ever.

use crate::source::{Source, hold, rust};

const SILENT: [&str; 2] = [concat!("#[al", "low("), concat!("#![al", "low(")];

fn offences(source: &Source) -> Vec<String> {
    source.code_lines_where(|line| SILENT.iter().any(|switch| line.contains(switch)), "expect it with a reason")
}

#[test]
fn no_lint_is_switched_off_in_silence() {
    hold(&rust(), offences);
}

#[test]
fn a_silent_switch_is_seen() {
    for switch in SILENT {
        assert_eq!(offences(&Source::planted("a.rs", &format!("{switch}dead_code)]"))).len(), 1, "{switch}");
    }
    assert_eq!(offences(&Source::planted("a.rs", "#[expect(dead_code, reason = \"…\")]")).len(), 0);
}
