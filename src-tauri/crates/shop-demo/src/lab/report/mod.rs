//! A run as one HTML file that opens offline: settings, machine, figures, charts and the invariants. The file holds its settings
//! as JSON, so that it can be run again, and the SHA-256 of its own content, so that a change of it is seen.

mod charts;
mod words;

use std::fmt::Write as _;
use std::time::Duration;

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use shop_contract::Language;

use super::{Guard, MAX_STOCK, MAX_USERS, Outcome, Scenario, Settings};
use words::Words;

/// Where a run was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Machine {
    /// Version of the program.
    pub version: String,
    /// Operating system and processor architecture.
    pub system: String,
    /// Processors that the program may use.
    pub processors: usize,
    /// The time of the run, as RFC 3339 text.
    pub made_at: String,
}

impl Machine {
    /// This machine, with the name and version of the program.
    #[must_use]
    pub fn this(version: &str, now: DateTime<Utc>) -> Self {
        Self {
            version: version.to_owned(),
            system: format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
            processors: std::thread::available_parallelism().map_or(1, std::num::NonZero::get),
            made_at: now.to_rfc3339_opts(SecondsFormat::Secs, true),
        }
    }
}

/// Why a file is not a report that can be run again.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReplayError {
    /// It has no settings or no hash where a report has them.
    #[error("this file is no report of the Lab")]
    NoReport,
    /// Its content does not have the hash that it names.
    #[error("this report was changed after it was made: its content does not have the hash that it names")]
    Changed,
    /// Its settings are outside the bounds of the Lab.
    #[error("this report has settings that the Lab does not run")]
    BadSettings,
}

/// The settings of one run, as the file holds them.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Held {
    scenario: String,
    guard: String,
    users: usize,
    stock: i64,
    seed: u64,
    arrival_ms: u64,
    arrivals: String,
}

const HASH_BEGINS: &str = "<meta name=\"sha-256\" content=\"";
const HASH_DIGITS: usize = 64;
const RUNS_BEGIN: &str = "<script type=\"application/json\" id=\"runs\">";
const RUNS_END: &str = "</script>";

/// The report of one crowd under one guard or several.
#[must_use]
pub fn report(outcomes: &[Outcome], machine: &Machine, language: Language) -> String {
    let words = Words::of(language);
    let mut body = String::new();
    let first = outcomes.first();
    let title = first.map_or_else(String::new, |outcome| (words.scenario)(outcome.scenario).to_owned());
    // Writing to a string does not fail.
    let _ = write!(body, "<h1>{}</h1><p>{}</p>", escaped(&title), escaped(&summary(first, &words)));
    body.push_str(&figures(outcomes, &words));
    for outcome in outcomes {
        body.push_str(&one(outcome, &words));
    }
    let _ = write!(
        body,
        "<h2>{}</h2><p>{} · {} · {} × CPU · {}</p>",
        words.machine,
        escaped(&machine.version),
        escaped(&machine.system),
        machine.processors,
        escaped(&machine.made_at)
    );
    let runs = serde_json::to_string(&outcomes.iter().map(held).collect::<Vec<_>>()).unwrap_or_default();
    let unsigned = format!(
        "<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\">{HASH_BEGINS}{}\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{}</title><style>{STYLE}</style></head>\
         <body>{body}{RUNS_BEGIN}{runs}{RUNS_END}</body></html>\n",
        words.lang,
        "0".repeat(HASH_DIGITS),
        escaped(&title),
    );
    let hash = digest(&unsigned);
    unsigned.replacen(&"0".repeat(HASH_DIGITS), &hash, 1)
}

/// The settings of a report, with the fingerprint of the arrivals of each run.
///
/// # Errors
/// [`ReplayError`].
pub fn settings_of(html: &str) -> Result<Vec<(Settings, String)>, ReplayError> {
    let at = html.find(HASH_BEGINS).ok_or(ReplayError::NoReport)? + HASH_BEGINS.len();
    let named = html.get(at..at + HASH_DIGITS).ok_or(ReplayError::NoReport)?;
    let unsigned = format!("{}{}{}", &html[..at], "0".repeat(HASH_DIGITS), &html[at + HASH_DIGITS..]);
    if digest(&unsigned) != named {
        return Err(ReplayError::Changed);
    }
    let runs =
        html.split_once(RUNS_BEGIN).and_then(|(_, rest)| rest.split_once(RUNS_END)).ok_or(ReplayError::NoReport)?;
    let held: Vec<Held> = serde_json::from_str(runs.0).map_err(|_| ReplayError::NoReport)?;
    held.into_iter().map(|held| settings(held).ok_or(ReplayError::BadSettings)).collect()
}

fn settings(held: Held) -> Option<(Settings, String)> {
    let Held { scenario, guard, users, stock, seed, arrival_ms, arrivals } = held;
    let scenario = Scenario::ALL.into_iter().find(|known| known.name() == scenario)?;
    let guard = Guard::ALL.into_iter().find(|known| known.name() == guard)?;
    let is_in_bounds = (1..=MAX_USERS).contains(&users) && (1..=MAX_STOCK).contains(&stock);
    let settings = Settings { scenario, guard, users, stock, seed, arrival: Duration::from_millis(arrival_ms) };
    is_in_bounds.then_some((settings, arrivals))
}

fn held(outcome: &Outcome) -> Held {
    Held {
        scenario: outcome.scenario.name().to_owned(),
        guard: outcome.guard.name().to_owned(),
        users: outcome.users,
        stock: outcome.stock,
        seed: outcome.seed,
        arrival_ms: outcome.arrival_ms,
        arrivals: outcome.arrivals.clone(),
    }
}

fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn summary(first: Option<&Outcome>, words: &Words) -> String {
    let Some(Outcome { users, stock, seed, arrivals, .. }) = first else { return String::new() };
    format!("{} {users} · {} {stock} · {} {seed} · {} {arrivals}", words.users, words.stock, words.seed, words.arrivals)
}

fn figures(outcomes: &[Outcome], words: &Words) -> String {
    let heads = [
        words.guard,
        words.granted,
        words.refused,
        words.oversold,
        words.cost,
        words.inversions,
        words.retries,
        words.seconds,
        words.p99,
        words.books,
    ];
    let mut table = String::from("<table><thead><tr>");
    for head in heads {
        let _ = write!(table, "<th scope=\"col\">{head}</th>");
    }
    table.push_str("</tr></thead><tbody>");
    for outcome in outcomes {
        let (class, books) =
            if outcome.identities.is_empty() { ("right", words.hold) } else { ("wrong", words.broken) };
        let _ = write!(
            table,
            "<tr class=\"{class}\"><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td>\
             <td>{}</td><td>{:.2}</td><td>{:.1}</td><td>{books}</td></tr>",
            (words.guards)(outcome.guard),
            outcome.granted,
            outcome.refused,
            outcome.oversold,
            outcome.oversold_won,
            outcome.inversions,
            outcome.retries,
            outcome.seconds,
            outcome.waits.p99_ms
        );
    }
    table.push_str("</tbody></table>");
    table
}

/// The charts and the broken rows of one guard.
fn one(outcome: &Outcome, words: &Words) -> String {
    let mut text = format!("<h2>{}</h2>{}", (words.guards)(outcome.guard), charts::progress(outcome, words));
    text.push_str(&charts::waits(outcome, words));
    text.push_str(&charts::order(outcome, words));
    if outcome.identities.is_empty() {
        let _ = write!(text, "<p class=\"right\">{}</p>", words.all_hold);
        return text;
    }
    text.push_str("<ul class=\"wrong\">");
    for row in outcome.identities.iter().take(MOST_ROWS) {
        let (says, table, found) = (escaped(&row.says), escaped(&row.table), escaped(&row.found));
        let _ = write!(text, "<li>{}. {says}: {table} {} ({found})</li>", row.identity, row.id);
    }
    text.push_str("</ul>");
    text
}

/// Broken rows that are listed.
const MOST_ROWS: usize = 20;
const STYLE: &str = "body{font:16px/1.6 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1f24;background:#fff}\
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}th,td{padding:.4rem .6rem;border-bottom:1px solid #d5dae0;text-align:right}\
th:first-child{text-align:left}figure{margin:1rem 0}svg{width:100%;height:auto;border-bottom:1px solid #98a2ad}\
polyline{fill:none;stroke-width:2.5}polyline.granted{stroke:#0b7a5b}polyline.refused{stroke:#5f6b78}polyline.left{stroke:#b45309;stroke-dasharray:6 4}\
b.granted,p.right,.right td:last-child{color:#0b7a5b}b.refused{color:#5f6b78}b.left{color:#b45309}.wrong,.wrong td:last-child{color:#b42318}rect,circle{fill:#0b7a5b}h3{margin-bottom:0}details table{width:auto}\
@media(prefers-color-scheme:dark){body{color:#e8eaed;background:#15181c}th,td{border-color:#3a414a}\
polyline.granted{stroke:#4ade9f}rect,circle{fill:#4ade9f}b.granted,p.right,.right td:last-child{color:#4ade9f}.wrong,.wrong td:last-child{color:#ff8a7a}b.left{color:#f5b25c}b.refused,polyline.refused{color:#aab4c0;stroke:#aab4c0}}";
