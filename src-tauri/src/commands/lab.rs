//! The Lab: runs of a crowd on a scratch shop, for owners and managers. The shop's own data is not touched.

use std::process::Command;
use std::sync::atomic::Ordering;
use std::time::Duration;

use serde_json::Value;
use shop_app::context::{AdminCall, Admits as _};
use shop_app::runtime::{Clock as _, SystemClock};
use shop_contract::{
    Done, Empty, ErrorCode, ErrorView, LabFailure, LabOutcome, LabPlug, LabProgress, LabRace, LabReport, PullThePlug,
    RaceLab, RunLab, ShopError, level, parse,
};
use shop_demo::lab::{
    LabError, MAX_STOCK, MAX_USERS, Machine, PLUG_CHILD, Settings, fail_payment, own_program, race, report, run,
};
use tauri::State;
use tauri::ipc::Channel;

use crate::lab::Lab;
use crate::window::{Window, answer, language};

/// The longest time over which users arrive.
const MAX_ARRIVAL_SECONDS: i64 = 600;

/// Runs a crowd under one guard, and reports the progress ten times a second.
#[tauri::command]
pub async fn run_lab(
    window: State<'_, Window>,
    lab: State<'_, Lab>,
    request: Value,
    progress: Channel<LabProgress>,
    lang: Option<String>,
) -> Result<LabOutcome, ErrorView> {
    answer(run_for(&window, &lab, request, progress).await, lang.as_deref())
}

/// Ends the present run early; waiting users still get their answer.
#[tauri::command]
pub async fn stop_lab(
    window: State<'_, Window>,
    lab: State<'_, Lab>,
    request: Value,
    lang: Option<String>,
) -> Result<Done, ErrorView> {
    let stopped = async {
        level::Manager::admit(window.call(None).await?)?;
        let Empty {} = parse(request)?;
        lab.stop();
        Ok::<_, ShopError>(Done {})
    };
    answer(stopped.await, lang.as_deref())
}

/// The runs of the last crowd as one HTML file.
#[tauri::command]
pub async fn report_lab(
    window: State<'_, Window>,
    lab: State<'_, Lab>,
    request: Value,
    lang: Option<String>,
) -> Result<LabReport, ErrorView> {
    let reported = async {
        level::Manager::admit(window.call(None).await?)?;
        let Empty {} = parse(request)?;
        let outcomes = lab.outcomes();
        if outcomes.is_empty() {
            return Err(ShopError::from(ErrorCode::NotFound));
        }
        let machine = Machine::this(concat!("Jangteo ", env!("CARGO_PKG_VERSION")), SystemClock.now());
        Ok(LabReport { html: report(&outcomes, &machine, language(lang.as_deref())) })
    };
    answer(reported.await, lang.as_deref())
}

/// A race of two customers, step by step.
#[tauri::command]
pub async fn race_lab(
    window: State<'_, Window>,
    lab: State<'_, Lab>,
    request: Value,
    lang: Option<String>,
) -> Result<LabRace, ErrorView> {
    let raced = async {
        let call = level::Manager::admit(window.call(None).await?)?;
        let RaceLab { guard, seed } = parse(request)?;
        let seed = within("seed", seed, 0..=MAX_SEED)?;
        alone(&call, &lab, move || race(guard, seed)).await
    };
    answer(raced.await, lang.as_deref())
}

/// Kills a process in a checkout, and tells what becomes of its shop.
#[tauri::command]
pub async fn pull_the_plug(
    window: State<'_, Window>,
    lab: State<'_, Lab>,
    request: Value,
    lang: Option<String>,
) -> Result<LabPlug, ErrorView> {
    let pulled = async {
        let call = level::Manager::admit(window.call(None).await?)?;
        let PullThePlug { moment } = parse(request)?;
        alone(&call, &lab, move || {
            let mut program = Command::new(own_program()?);
            program.arg(PLUG_CHILD);
            shop_demo::lab::pull_the_plug(moment, program)
        })
        .await
    };
    answer(pulled.await, lang.as_deref())
}

/// A payment that fails, and its compensation, step by step.
#[tauri::command]
pub async fn fail_payment_in_lab(
    window: State<'_, Window>,
    lab: State<'_, Lab>,
    request: Value,
    lang: Option<String>,
) -> Result<LabFailure, ErrorView> {
    let failed = async {
        let call = level::Manager::admit(window.call(None).await?)?;
        let Empty {} = parse(request)?;
        alone(&call, &lab, fail_payment).await
    };
    answer(failed.await, lang.as_deref())
}

/// Works on a scratch shop while no other run of the Lab does; `CONFLICT` while one does.
async fn alone<T: Send + 'static>(
    call: &AdminCall,
    lab: &Lab,
    work: impl FnOnce() -> Result<T, LabError> + Send + 'static,
) -> Result<T, ShopError> {
    let _place = lab.begin().ok_or(ErrorCode::Conflict)?;
    let worked = tauri::async_runtime::spawn_blocking(work).await;
    worked.map_err(|error| call.internal(&error.to_string()))?.map_err(|error| call.internal(&error.to_string()))
}

async fn run_for(
    window: &Window,
    lab: &Lab,
    request: Value,
    progress: Channel<LabProgress>,
) -> Result<LabOutcome, ShopError> {
    let call = level::Manager::admit(window.call(None).await?)?;
    let settings = settings(&parse(request)?)?;
    let place = lab.begin().ok_or(ErrorCode::Conflict)?;
    let stop = place.stop.clone();
    let told = move |state: &LabProgress| {
        // An error means that the page is gone; the run then ends by itself.
        let _ = progress.send(*state);
    };
    let ran = tauri::async_runtime::spawn_blocking(move || run(settings, &stop, told)).await;
    let failed = |error: String| call.internal(&error);
    let outcome = ran.map_err(|error| failed(error.to_string()))?.map_err(|error| failed(error.to_string()))?;
    // A run that was stopped did not meet its whole crowd, so it is no result to compare or to report.
    if !place.stop.load(Ordering::Relaxed) {
        lab.keep(outcome.clone());
    }
    Ok(outcome)
}

/// The largest seed: the largest integer that JavaScript keeps exact.
const MAX_SEED: i64 = (1 << 53) - 1;

fn within(field: &str, value: i64, range: std::ops::RangeInclusive<i64>) -> Result<u64, ShopError> {
    if range.contains(&value) {
        return Ok(value.unsigned_abs());
    }
    Err(ShopError::invalid(field, &format!("{} to {}", range.start(), range.end())))
}

fn settings(request: &RunLab) -> Result<Settings, ShopError> {
    let RunLab { scenario, guard, users, stock, seed, arrival_seconds } = *request;
    let most_users = i64::try_from(MAX_USERS).unwrap_or(i64::MAX);
    Ok(Settings {
        scenario,
        guard,
        users: usize::try_from(within("people", users, 1..=most_users)?).unwrap_or(MAX_USERS),
        stock: within("stock", stock, 1..=MAX_STOCK).map(|_| stock)?,
        seed: within("seed", seed, 0..=MAX_SEED)?,
        arrival: Duration::from_secs(within("arrivalSeconds", arrival_seconds, 0..=MAX_ARRIVAL_SECONDS)?),
    })
}
