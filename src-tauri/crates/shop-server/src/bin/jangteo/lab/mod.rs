//! `jangteo lab`: a crowd on a scratch shop, under one guard or each of them; below it what is replayed step by step. The shop's
//! own data is never touched. A progress bar goes to the standard error where that is a terminal, a table or JSON to the standard
//! output. SIGINT and SIGTERM end a run early, and its scratch shop is removed.

mod replay;
mod stop;

use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::Ordering;
use std::time::Duration;

use anyhow::{Context as _, ensure};
use clap::Args;
use clap::builder::{PossibleValuesParser, RangedI64ValueParser, RangedU64ValueParser, TypedValueParser};
use shop_app::runtime::{Clock as _, SystemClock};
use shop_contract::Language;
use shop_demo::lab::{
    Guard, MAX_STOCK, MAX_USERS, Machine, Outcome, Progress, Scenario, Settings, report, run as run_lab, settings_of,
    usual_size,
};

use crate::print_result;

pub use replay::run_plug_child;

/// What is run, and how large.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Options {
    #[command(subcommand)]
    step_by_step: Option<replay::Replay>,
    /// What the crowd does.
    #[arg(value_name = "SCENARIO", value_parser = scenario(), required_unless_present = "replay")]
    scenario: Option<Scenario>,
    /// Users; the scenario's usual number where it is left out.
    #[arg(long = "people", value_name = "N", value_parser = RangedU64ValueParser::<usize>::new().range(1..=MAX_USERS as u64))]
    users: Option<usize>,
    /// Units, coupons or payments that can be granted; the scenario's usual number where it is left out.
    #[arg(long, value_name = "N", value_parser = RangedI64ValueParser::<i64>::new().range(1..=MAX_STOCK))]
    stock: Option<i64>,
    /// The same seed gives the same arrivals.
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// How the writes are guarded; `all` runs the same crowd under each.
    #[arg(long, value_name = "GUARD", default_value = Guard::Keyed.name(), value_parser = guards())]
    guard: Guards,
    /// Seconds over which the users arrive; 0 is all at once.
    #[arg(long, value_name = "SECONDS", default_value_t = 0, value_parser = RangedU64ValueParser::<u64>::new().range(0..=600))]
    over: u64,
    /// Print JSON: one object, or a list for several guards.
    #[arg(long)]
    json: bool,
    /// Also write the run as one HTML file that opens offline.
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Language of the report.
    #[arg(long, value_name = "LANG", default_value = "ko", value_parser = ["ko", "en"])]
    lang: String,
    /// Run the crowd of such a file again; it must be unchanged.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["scenario", "users", "stock", "seed", "guard", "over"])]
    replay: Option<PathBuf>,
}

/// One guard, or each of them in turn.
#[derive(Clone, Copy)]
enum Guards {
    One(Guard),
    All,
}

const ALL: &str = "all";

fn scenario() -> impl TypedValueParser<Value = Scenario> {
    let by_name = |name: String| Scenario::ALL.into_iter().find(|scenario| scenario.name() == name);
    PossibleValuesParser::new(Scenario::ALL.map(Scenario::name)).try_map(move |name| by_name(name).ok_or("no scenario"))
}

fn guards() -> impl TypedValueParser<Value = Guards> {
    let by_name = |name: String| Guard::ALL.into_iter().find(|guard| guard.name() == name).map(Guards::One);
    PossibleValuesParser::new(Guard::ALL.map(Guard::name).into_iter().chain([ALL]))
        .map(move |name| by_name(name).unwrap_or(Guards::All))
}

/// The exit code where an invariant is broken under a guard that must keep it.
const BROKEN: u8 = 1;

/// Runs the crowd and prints what became of it.
pub fn run(options: Options) -> anyhow::Result<ExitCode> {
    if let Some(replay) = &options.step_by_step {
        return replay::run(replay);
    }
    let stop = stop::on_signal()?;
    let runs = match &options.replay {
        Some(file) => recorded(file)?,
        None => asked(&options).into_iter().map(|settings| (settings, None)).collect(),
    };
    let mut outcomes = Vec::with_capacity(runs.len());
    for (settings, arrivals) in runs {
        let mut bar = Bar::of(settings.guard, settings.users);
        let outcome = run_lab(settings, &stop, |progress| bar.show(progress))?;
        bar.clear();
        if stop.load(Ordering::Relaxed) {
            return Ok(ExitCode::from(stop::STOPPED));
        }
        if let Some(arrivals) = arrivals {
            ensure!(outcome.arrivals == arrivals, "this program makes another crowd of that seed than the report's");
        }
        outcomes.push(outcome);
    }
    if let Some(file) = &options.report {
        let language = if options.lang == "en" { Language::En } else { Language::Ko };
        let machine = Machine::this(concat!("Jangteo ", env!("CARGO_PKG_VERSION")), SystemClock.now());
        std::fs::write(file, report(&outcomes, &machine, language))
            .with_context(|| format!("{} cannot be written", file.display()))?;
    }
    match (options.json, outcomes.as_slice()) {
        (true, [one]) => print_result(one)?,
        (true, all) => print_result(&all)?,
        (false, all) => print_table(all)?,
    }
    let is_broken = |outcome: &Outcome| outcome.guard.is_safe() && !outcome.identities.is_empty();
    Ok(if outcomes.iter().any(is_broken) { ExitCode::from(BROKEN) } else { ExitCode::SUCCESS })
}

fn asked(options: &Options) -> Vec<Settings> {
    let Some(scenario) = options.scenario else { return Vec::new() };
    let (users, stock) = usual_size(scenario);
    let settings = |guard| Settings {
        scenario,
        guard,
        users: options.users.unwrap_or(users),
        stock: options.stock.unwrap_or(stock),
        seed: options.seed,
        arrival: Duration::from_secs(options.over),
    };
    match options.guard {
        Guards::One(guard) => vec![settings(guard)],
        Guards::All => Guard::ALL.map(settings).to_vec(),
    }
}

/// The runs of a report, with the arrivals that it names.
fn recorded(file: &Path) -> anyhow::Result<Vec<(Settings, Option<String>)>> {
    let html = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let runs = settings_of(&html).with_context(|| file.display().to_string())?;
    Ok(runs.into_iter().map(|(settings, arrivals)| (settings, Some(arrivals))).collect())
}

/// One line that is written over itself.
struct Bar {
    guard: Guard,
    users: usize,
    is_shown: bool,
}

/// Signs of the bar.
const WIDTH: usize = 30;

impl Bar {
    fn of(guard: Guard, users: usize) -> Self {
        Self { guard, users, is_shown: std::io::stderr().is_terminal() }
    }

    fn show(&mut self, progress: &Progress) {
        let answered = usize::try_from(progress.granted + progress.refused).unwrap_or(usize::MAX);
        let full = (answered * WIDTH).checked_div(self.users).unwrap_or(WIDTH).min(WIDTH);
        let bar = format!("{}{}", "#".repeat(full), ".".repeat(WIDTH - full));
        let (guard, granted, refused, left) = (self.guard.name(), progress.granted, progress.refused, progress.left);
        self.write(&format!("\r{guard:<15} [{bar}] {granted} granted, {refused} refused, {left} left  "));
    }

    fn clear(&mut self) {
        self.write(&format!("\r{:width$}\r", "", width = WIDTH + 75));
    }

    fn write(&mut self, text: &str) {
        if self.is_shown {
            let mut err = std::io::stderr().lock();
            // A terminal that is gone ends only the bar.
            self.is_shown = err.write_all(text.as_bytes()).and_then(|()| err.flush()).is_ok();
        }
    }
}

fn print_table(outcomes: &[Outcome]) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    if let Some(first) = outcomes.first() {
        let Outcome { users, stock, seed, arrivals, .. } = first;
        let scenario = first.scenario.name();
        writeln!(out, "{scenario}: {users} users, {stock} to be had, seed {seed} (arrivals {arrivals})\n")?;
    }
    writeln!(
        out,
        "{:<16}{:>9}{:>9}{:>10}{:>15}{:>12}{:>9}{:>9}{:>10}{:>12}  identities",
        "guard",
        "granted",
        "refused",
        "oversold",
        "cost (won)",
        "inversions",
        "retries",
        "seconds",
        "a second",
        "p99 (ms)"
    )?;
    for outcome in outcomes {
        let Outcome { granted, refused, oversold, oversold_won, inversions, retries, seconds, .. } = outcome;
        let (guard, p99, rate) = (outcome.guard.name(), outcome.waits.p99_ms, outcome.per_second);
        let books = match outcome.identities.len() {
            0 => "hold".to_owned(),
            rows => format!("broken by {rows} rows"),
        };
        writeln!(
            out,
            "{guard:<16}{granted:>9}{refused:>9}{oversold:>10}{oversold_won:>15}{inversions:>12}{retries:>9}{seconds:>9.2}{rate:>10.0}{p99:>12.1}  {books}"
        )?;
        for (code, count) in &outcome.refusals {
            writeln!(out, "    {count} × {code}")?;
        }
    }
    Ok(())
}
