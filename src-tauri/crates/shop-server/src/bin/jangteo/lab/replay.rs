//! `jangteo lab race`, `plug` and `payment`: what the Lab replays step by step, as text or JSON.

use std::io::Write as _;
use std::process::{Command, ExitCode};

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Subcommand};
use shop_contract::{LabAnswer, LabBroken, LabFailure, LabMoment, LabPlug, LabRace, LabSide, LabState, LabStep};
use shop_demo::lab::{Guard, PLUG_CHILD, fail_payment, own_program, plug_child, pull_the_plug, race};

use super::BROKEN;
use crate::print_result;

/// What is replayed.
#[derive(Subcommand)]
pub enum Replay {
    /// Replay a race of two customers for the last unit, with the statements of each.
    Race(RaceOptions),
    /// Kill a process in a checkout, open its shop again, and repeat its requests.
    Plug(PlugOptions),
    /// Let a payment fail, and follow its compensation.
    Payment(PaymentOptions),
}

/// Which race.
#[derive(Args)]
pub struct RaceOptions {
    /// How the writes are guarded.
    #[arg(long, value_name = "GUARD", default_value = Guard::Keyed.name(), value_parser = guard())]
    guard: Guard,
    /// Decides which customer arrives first.
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    #[command(flatten)]
    form: Form,
}

/// Where the process is killed.
#[derive(Args)]
pub struct PlugOptions {
    /// The moment of the checkout.
    #[arg(long, value_name = "STEP", default_value = LabMoment::BeforeCommit.name(), value_parser = moment())]
    at: LabMoment,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

/// How the payment is shown.
#[derive(Args)]
pub struct PaymentOptions {
    #[command(flatten)]
    form: Form,
}

/// How steps are shown.
#[derive(Args)]
struct Form {
    /// Print every statement, not only those that matter to the outcome.
    #[arg(long)]
    all: bool,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

fn guard() -> impl TypedValueParser<Value = Guard> {
    let by_name = |name: String| Guard::ALL.into_iter().find(|guard| guard.name() == name);
    PossibleValuesParser::new(Guard::ALL.map(Guard::name)).try_map(move |name| by_name(name).ok_or("no guard"))
}

fn moment() -> impl TypedValueParser<Value = LabMoment> {
    let by_name = |name: String| LabMoment::ALL.into_iter().find(|moment| moment.name() == name);
    PossibleValuesParser::new(LabMoment::ALL.map(LabMoment::name)).try_map(move |name| by_name(name).ok_or("no step"))
}

/// Runs and prints a replay.
pub fn run(replay: &Replay) -> anyhow::Result<ExitCode> {
    let is_broken = match replay {
        Replay::Race(options) => {
            let race = race(options.guard, options.seed)?;
            if options.form.json {
                print_result(&race)?
            } else {
                print_race(&race, options.form.all)?
            }
            options.guard.is_safe() && !race.identities.is_empty()
        }
        Replay::Plug(options) => {
            let mut program = Command::new(own_program()?);
            program.arg(PLUG_CHILD);
            let plug = pull_the_plug(options.at, program)?;
            if options.json {
                print_result(&plug)?
            } else {
                print_plug(&plug)?
            }
            !plug.reopened_identities.is_empty() || !plug.identities.is_empty()
        }
        Replay::Payment(options) => {
            let failure = fail_payment()?;
            if options.form.json {
                print_result(&failure)?
            } else {
                print_failure(&failure, options.form.all)?
            }
            !failure.identities.is_empty()
        }
    };
    Ok(if is_broken { ExitCode::from(BROKEN) } else { ExitCode::SUCCESS })
}

/// The process that is killed.
pub fn run_plug_child(arguments: &[String]) -> anyhow::Result<ExitCode> {
    match plug_child(arguments)? {}
}

fn print_race(race: &LabRace, all: bool) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    let LabRace { guard, seed, customers, .. } = race;
    writeln!(out, "race for the last unit, guard {}, seed {seed}: {}\n", guard.name(), customers.join(", then "))?;
    print_steps(&race.steps, all)?;
    let winners: Vec<&str> = race.winners.iter().map(|side| name(*side)).collect();
    writeln!(out, "\ngranted to: {}", winners.join(", "))?;
    writeln!(out, "oversold: {} ({} won)", race.oversold, race.oversold_won)?;
    print_identities(&race.identities)
}

fn print_failure(failure: &LabFailure, all: bool) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "an order with a coupon, and a payment that fails after the debit\n")?;
    print_steps(&failure.steps, all)?;
    writeln!(out)?;
    print_states(&[("before the payment", failure.before), ("after the compensation", failure.after)])?;
    print_identities(&failure.identities)
}

fn print_plug(plug: &LabPlug) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    let LabPlug { moment, process_id, file_bytes, wal_bytes, reopen_ms, order, payment, .. } = plug;
    let signal = plug.signal.map_or_else(String::new, |signal| format!(" by signal {signal}"));
    writeln!(out, "process {process_id} was killed{signal} at {}", moment.name())?;
    if let Some(statement) = &plug.statement {
        writeln!(out, "at: {statement}")?;
    }
    writeln!(out, "it left {file_bytes} bytes and a log of {wal_bytes} bytes; opened again in {reopen_ms:.1} ms\n")?;
    print_states(&[
        ("before the checkout", plug.before),
        ("in the killed process", plug.inside),
        ("opened again", plug.reopened),
        ("after the repetition", plug.repeated),
    ])?;
    for (what, repeat) in [("order", order), ("payment", payment)] {
        let how = if repeat.was_stored { "the stored answer" } else { "carried out now" };
        let again = if repeat.is_stable { "the same once more" } else { "another answer once more" };
        writeln!(out, "{what} repeated: {} ({how}; {again})", repeat.answer)?;
    }
    print_identities(&plug.identities)
}

fn print_steps(steps: &[LabStep], all: bool) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{:<5}{:<8}{:>10}{:>6}  step", "", "who", "available", "sold")?;
    for (number, step) in (1..).zip(steps.iter().filter(|step| all || step.is_key)) {
        let LabState { available, sold, .. } = step.state;
        let what = step.statement.clone().unwrap_or_else(|| act(step));
        writeln!(out, "{number:<5}{:<8}{available:>10}{sold:>6}  {what}", name(step.side))?;
        if let Some(text) = step.answer.as_ref().map(answer).filter(|text| !text.is_empty()) {
            writeln!(out, "{:31}= {text}", "")?;
        }
    }
    Ok(())
}

fn print_states(states: &[(&str, LabState)]) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    let heads = ["available", "sold", "orders", "paid", "failed", "points", "coupons", "answers"];
    write!(out, "{:<24}", "")?;
    for head in heads {
        write!(out, "{head:>10}")?;
    }
    writeln!(out)?;
    for (when, state) in states {
        write!(out, "{when:<24}")?;
        let LabState { available, sold, orders, paid, failed, points, coupons_used, answers } = *state;
        for value in [available, sold, orders, paid, failed, points, coupons_used, answers] {
            write!(out, "{value:>10}")?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn print_identities(broken: &[LabBroken]) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    if broken.is_empty() {
        writeln!(out, "identities: hold")?;
    }
    for row in broken {
        writeln!(out, "identity {} broken: {}: {} {} ({})", row.identity, row.says, row.table, row.id, row.found)?;
    }
    Ok(())
}

fn name(side: LabSide) -> &'static str {
    match side {
        LabSide::First => "first",
        LabSide::Second => "second",
        LabSide::Shop => "shop",
    }
}

/// A step that is no statement, in the name that JSON has for it.
fn act(step: &LabStep) -> String {
    let text = |value: serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let act = serde_json::to_value(step.act).map(text).unwrap_or_default();
    let code = step.code.and_then(|code| serde_json::to_value(code).ok()).map(text);
    code.map_or_else(|| format!("-- {act}"), |code| format!("-- {act}: {code}"))
}

fn answer(answer: &LabAnswer) -> String {
    let LabAnswer { rows, changed, values, error } = answer;
    if let Some(error) = error {
        return error.clone();
    }
    let values: Vec<String> = values.iter().map(|value| format!("{} {}", value.name, value.value)).collect();
    match (rows, changed) {
        (Some(rows), _) => format!("{}: {}", rows_of(*rows), values.join(", ")).trim_end_matches(": ").to_owned(),
        (None, Some(changed)) => format!("{} changed", rows_of(*changed)),
        (None, None) => String::new(),
    }
}

fn rows_of(count: u64) -> String {
    format!("{count} {}", if count == 1 { "row" } else { "rows" })
}
