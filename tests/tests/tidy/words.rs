//! The words of the project: the standard term of the field, not a picture for it. Each entry names a word that is not
//! used, the word to use, and the reason.
//!
//! Rust, TypeScript and the guides for readers of the code are checked: names, comments and texts. The entries are put
//! together from halves, so that this file does not break its own rule.

use std::borrow::Cow;

use crate::source::{Source, read, with_extensions};

/// How a word is looked for.
enum Find {
    /// As a word of its own or as a part of a name, in any case.
    Word(&'static str),
    /// As a whole name in the code of Rust, case by case; in comments only between backticks.
    Name(&'static str),
    /// As a call or a definition of a function in Rust.
    Function(&'static str),
    /// As it stands, in any case.
    Phrase(&'static str),
}

use Find::{Function, Name, Phrase, Word};

/// What is looked for, what to write instead, and why.
type Entry = (Find, &'static str, &'static str);

const ENTRIES: &[Entry] = &[
    (Word(concat!("ton", "gue")), "language", "a language is a setting, not a body part"),
    (Name(concat!("Wi", "sh")), "Req", "type parameters of a request are called Req; a wish list is another thing"),
    (Word(concat!("flo", "od")), "RateLimiter", "the component limits a rate"),
    (Name(concat!("Un", "read")), "WriteTimeoutStream", "the stream has a timeout for writes"),
    (Word(concat!("fare", "well")), "SHUTDOWN_GRACE", "the time that is left to open requests at a shutdown"),
    (Name(concat!("BRE", "ATH")), "ACCEPT_BACKOFF", "the pause after a failed accept"),
    (Word(concat!("con", "verse")), "serve_connection", "hyper and axum serve connections"),
    (Function(concat!("gla", "nce")), "read_inline", "the read runs on the calling thread"),
    (Function(concat!("be", "side")), "run_blocking", "the work runs on the blocking threads"),
    (Name(concat!("St", "op")), "WorkError", "an error type is named as one"),
    (Name(concat!("St", "ay")), "ReplaceError", "an error type is named as one"),
    (Name(concat!("Sto", "red")), "StoreResult or PaymentRow", "a result alias and a row are two things"),
    (Name(concat!("Iden", "tity")), "Principal or Invariant", "a caller and a rule of the data are two things"),
    (Phrase(concat!("lets him", " in")), "unblock", "an admin unblocks a user"),
    (Phrase(concat!("shutting", " the door")), "block", "an admin blocks a user"),
    (Word(concat!("per", "son")), "user, or customer or admin", "the table and the API say user"),
    (Word(concat!("peo", "ple")), "users, or customers or admins", "the table and the API say user"),
    (Word(concat!("some", "body")), "another user, another process, …", "the subject of the sentence has a name"),
    (Word(concat!("who", "ever")), "the caller, a reader, …", "the subject of the sentence has a name"),
    (Phrase(concat!("signs that", " nobody sees")), "control characters", "Unicode has a term for them"),
    (Name(concat!("E", "ra")), "Epoch", "a restore begins a new epoch"),
    (Name(concat!("begin_", "anew")), "reset_after_restore", "it names the event"),
    (Name(concat!("Tu", "rn")), "StateTransition, HashPermit, BackupLock or AlertDiff", "four types are four things"),
    (Name(concat!("Parcel", "Turn")), "DeliveryTransition", "a delivery changes its state"),
    (Phrase(concat!("chan", "ged(tx")), "touch_and_reindex", "a name that asks must not write"),
    (Name(concat!("list_", "kept")), "list_for_admin", "one scheme for the admin's side of every noun"),
    (Name(concat!("count_", "kept")), "count_for_admin", "one scheme for the admin's side of every noun"),
    (Name(concat!("Kept", "Filter")), "AdminFilter", "one scheme for the admin's side of every noun"),
    (Name(concat!("list_", "managed")), "list_for_admin", "one scheme for the admin's side of every noun"),
    (Name(concat!("Managed", "Coupon")), "AdminCoupon", "one scheme for the admin's side of every noun"),
    (Name(concat!("Any", "Order")), "AdminOrder", "one scheme for the admin's side of every noun"),
    (Name(concat!("Any", "User")), "AdminUser", "one scheme for the admin's side of every noun"),
    (Name(concat!("Any", "Coupon")), "AdminCoupon", "one scheme for the admin's side of every noun"),
    (Name(concat!("list_", "all_orders")), "list_orders_for_admin", "one scheme for the admin's side of every noun"),
    (Name(concat!("get_", "any_order")), "get_order_for_admin", "one scheme for the admin's side of every noun"),
    (Word(concat!("re", "wound")), "ClockOverride", "it names the mechanism"),
    (Name(concat!("Spr", "ead")), "Histogram", "statistics has a term for it"),
    (Name(concat!("time_", "place")), "bucket_index", "a histogram has buckets"),
    (Name(concat!("She", "lf")), "BackupDir", "it is a directory of backups"),
    (Word(concat!("be", "lieve")), "verify", "a program checks"),
    (Name(concat!("teach_", "business_day")), "register_business_day", "SQLite registers functions"),
    (Function(concat!("stri", "ke")), "inject_failure", "tests inject failures"),
    (Phrase(concat!("as sqlite", " has them")), "nothing", "the sentence says nothing that the type does not"),
    (Phrase(concat!("with its", " issue")), "nothing", "the code says nothing of how the work is organised"),
];

/// A name that cannot be changed where it stands: the file, the whole name, and the reason.
type FixedName = (&'static str, &'static str, &'static str);

/// Names in which a file may use a word of the table. One that its file no longer has fails the test.
const FIXED_NAMES: &[FixedName] = &[
    ("src-tauri/crates/shop-contract/src/admin/metrics.rs", concat!("peo", "ple_here_now"), OF_THE_API),
    ("src-tauri/crates/shop-contract/src/admin/statistics.rs", concat!("peo", "ple_here_now"), OF_THE_API),
    ("src-tauri/crates/shop-app/src/shop/get_metrics.rs", concat!("peo", "ple_here_now"), OF_THE_API),
    ("src-tauri/crates/shop-app/src/statistics/dashboard.rs", concat!("peo", "ple_here_now"), OF_THE_API),
    ("src-tauri/crates/shop-server/src/prometheus.rs", concat!("jangteo_peo", "ple"), OF_THE_METRICS),
    ("src-tauri/crates/shop-contract/src/lab.rs", concat!("peo", "ple"), OF_THE_COMMAND_LINE),
    ("src-tauri/src/commands/lab.rs", concat!("peo", "ple"), OF_THE_COMMAND_LINE),
    ("ui/src/features/admin-lab/scenarios.ts", concat!("peo", "ple"), OF_THE_COMMAND_LINE),
    ("ui/src/features/admin-lab/scenarios.test.ts", concat!("peo", "ple"), OF_THE_COMMAND_LINE),
    ("ui/src/app/demo/present/useGuardRuns.ts", concat!("peo", "ple"), OF_THE_COMMAND_LINE),
    ("ui/src/pages/admin/lab/CrowdForm.tsx", concat!("peo", "ple"), OF_THE_COMMAND_LINE),
    ("ui/src/pages/admin/lab/LabPage.test.tsx", concat!("peo", "ple"), OF_THE_COMMAND_LINE),
    ("ui/src/pages/admin/lab/RunChart.tsx", concat!("peo", "ple"), OF_THE_COMMAND_LINE),
    ("tests/tests/e2e/lab.rs", concat!("peo", "ple"), OF_THE_COMMAND_LINE),
    ("src-tauri/crates/shop-server/src/bin/jangteo/lab/mod.rs", concat!("peo", "ple"), OF_THE_COMMAND_LINE),
    ("tests/tests/cli/lab.rs", concat!("peo", "ple"), OF_THE_COMMAND_LINE),
    ("tests/tests/cli/lab_replay.rs", concat!("peo", "ple"), OF_THE_COMMAND_LINE),
    ("README.md", concat!("peo", "ple"), OF_THE_COMMAND_LINE),
    ("src-tauri/REFERENCE.md", concat!("peo", "ple"), OF_THE_COMMAND_LINE),
    ("tests/tests/contract/metrics.rs", concat!("jangteo_peo", "ple"), OF_THE_METRICS),
    ("tests/tests/flows/admin/shop.rs", concat!("peo", "ple_here_now"), OF_THE_API),
    ("ui/src/pages/admin/dashboard/index.tsx", concat!("peo", "pleHereNow"), OF_THE_API),
    ("ui/src/pages/admin/system/Figures.tsx", concat!("peo", "pleHereNow"), OF_THE_API),
    ("ui/src/pages/admin/system/LiveLines.tsx", concat!("peo", "pleHereNow"), OF_THE_API),
];

const OF_THE_COMMAND_LINE: &str = "a name of `jangteo lab`";
const OF_THE_API: &str = "a name of the API";
const OF_THE_METRICS: &str = "a name that collectors of the metrics have stored";

/// Whether the line has what is looked for.
fn is_in(find: &Find, line: &str, is_rust: bool) -> bool {
    match find {
        Word(word) => names(line).any(|name| words(name).any(|part| is_word(part, word))),
        Phrase(phrase) => line.to_lowercase().contains(phrase),
        Name(name) => is_rust && names(&code(line)).any(|found| found == *name),
        Function(name) => {
            let code = code(line);
            is_rust && code.match_indices(&format!("{name}(")).any(|(at, _)| !code[..at].ends_with(is_of_name))
        }
    }
}

/// In any case, also with the s of a plural.
fn is_word(part: &str, word: &str) -> bool {
    part.eq_ignore_ascii_case(word) || part.strip_suffix('s').is_some_and(|part| part.eq_ignore_ascii_case(word))
}

fn is_of_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter| !is_of_name(letter)).filter(|name| !name.is_empty())
}

/// The words of a name in snake or camel case.
fn words(name: &str) -> impl Iterator<Item = &str> {
    let is_start = |(at, letter): (usize, char)| {
        let before = name[..at].chars().next_back();
        (letter.is_uppercase() && before.is_some_and(char::is_lowercase)).then_some(at)
    };
    let mut starts: Vec<usize> = name.char_indices().filter_map(is_start).collect();
    starts.insert(0, 0);
    starts.push(name.len());
    let parts: Vec<&str> = starts.windows(2).map(|pair| &name[pair[0]..pair[1]]).collect();
    parts.into_iter().flat_map(|part| part.split('_'))
}

/// The code of a line without the content of its strings, and what stands between backticks in its comment.
fn code(line: &str) -> String {
    let (before, comment) = line.split_once("//").unwrap_or((line, ""));
    let outside = before.split('"').step_by(2);
    let quoted = comment.split('`').skip(1).step_by(2);
    outside.chain(quoted).collect::<Vec<_>>().join(" ")
}

/// The names that a file may use.
fn fixed_names(path: &str) -> impl Iterator<Item = &'static str> {
    FIXED_NAMES.iter().filter(move |(file, ..)| *file == path).map(|(_, name, _)| *name)
}

/// The rest of a text that is this name and at most one letter more, which is of no name.
fn after_name<'a>(part: &'a str, name: &str) -> Option<&'a str> {
    part.strip_prefix(name).filter(|rest| !rest.starts_with(is_of_name))
}

/// The line without these names, each as a whole name.
fn without<'a>(line: &'a str, fixed: &[&str]) -> Cow<'a, str> {
    if fixed.is_empty() {
        return Cow::Borrowed(line);
    }
    let left = |part: &'a str| fixed.iter().find_map(|name| after_name(part, name)).unwrap_or(part);
    Cow::Owned(line.split_inclusive(|letter| !is_of_name(letter)).map(left).collect())
}

fn offences(source: &Source) -> Vec<String> {
    let is_rust = source.path.ends_with(".rs");
    let fixed: Vec<&str> = fixed_names(&source.path).collect();
    let of_entry = |(find, instead, why): &Entry| {
        let why = format!("write {instead}, because {why}");
        source.lines_where(|line| is_in(find, &without(line, &fixed), is_rust), &why)
    };
    ENTRIES.iter().flat_map(of_entry).collect()
}

/// What the rule is held over: code, and the guides for its readers.
fn sources() -> Vec<Source> {
    with_extensions(&["rs", "ts", "tsx", "md"])
}

#[test]
fn every_word_is_the_standard_term() {
    let (sources, mut offending) = (sources(), Vec::new());
    assert!(sources.len() > 100, "the sources are read");
    for source in &sources {
        offending.extend(offences(source));
    }
    assert!(offending.is_empty(), "the rule is broken:\n{}", offending.join("\n"));
}

#[test]
fn a_fixed_name_is_in_its_file() {
    for (file, name, why) in FIXED_NAMES {
        let text = read(file);
        assert!(names(&text).any(|found| found == *name), "{file} has no {name}: remove it from the fixed names");
        assert!(!why.is_empty(), "{file}: {name}");
    }
}

#[test]
fn a_fixed_name_excuses_nothing_else() {
    let (file, name, _) = FIXED_NAMES[0];
    let word = concat!("peo", "ple");
    let text = format!("    pub {name}: i64,\n    pub {name}_2: i64,\n    /// The {word} in `{name}`.\n");
    assert_eq!(offences(&Source::planted(file, &text)).len(), 2, "the name is excused, and nothing beside it");
    assert_eq!(offences(&Source::planted("a.rs", &text)).len(), 3, "in another file it is not excused");
}

#[test]
fn every_entry_is_seen_and_says_why() {
    for (find, instead, why) in ENTRIES {
        let text = match find {
            Word(word) => format!("// The {word}s\n/// A {word} here\nlet the_{word}_id = 1;\n"),
            Name(name) => format!("struct {name} {{}}\n/// See [`{name}`].\nlet name = \"{name}\"; // {name} it.\n"),
            Function(name) => format!("fn {name}(a: u8) {{}}\nfn un{name}() {{}}\n// It is {name} it.\n"),
            Phrase(phrase) => format!("/// {phrase}, so.\nlet a = 1;\n"),
        };
        let expected = match find {
            Word(_) => 3,
            Name(_) => 2,
            Function(_) | Phrase(_) => 1,
        };
        let found = offences(&Source::planted("a.rs", &text));
        assert_eq!(found.len(), expected, "{text}{found:?}");
        assert!(!instead.is_empty() && found[0].contains(why), "{found:?}");
    }
}

#[test]
fn parts_of_names_are_words_and_parts_of_words_are_not() {
    let word = concat!("per", "son");
    let find = Word(concat!("per", "son"));
    let capital = format!("P{}", &word[1..]);
    for line in [format!("struct New{capital};"), format!("{capital}Name"), format!("a_{word}"), format!("a {word}'s")]
    {
        assert!(is_in(&find, &line, false), "{line}");
    }
    for line in [format!("{word}al"), format!("im{word}ate")] {
        assert!(!is_in(&find, &line, true), "{line}");
    }
}
