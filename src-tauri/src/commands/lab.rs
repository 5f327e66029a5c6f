//! The Lab: runs of a crowd on a scratch shop, for admins. The shop's own data is not touched.

use std::sync::atomic::Ordering;
use std::time::Duration;

use serde_json::Value;
use shop_app::context::{AdminCall, Caller as _};
use shop_app::runtime::{Clock as _, SystemClock};
use shop_contract::{Done, Empty, ErrorCode, ErrorView, LabOutcome, LabProgress, LabReport, RunLab, ShopError, parse};
use shop_demo::lab::{MAX_STOCK, MAX_USERS, Machine, Settings, report, run};
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
        AdminCall::admit(window.call(None).await?)?;
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
        AdminCall::admit(window.call(None).await?)?;
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

async fn run_for(
    window: &Window,
    lab: &Lab,
    request: Value,
    progress: Channel<LabProgress>,
) -> Result<LabOutcome, ShopError> {
    let call = AdminCall::admit(window.call(None).await?)?;
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

fn settings(request: &RunLab) -> Result<Settings, ShopError> {
    let within = |field: &str, value: i64, range: std::ops::RangeInclusive<i64>| {
        if range.contains(&value) {
            return Ok(value.unsigned_abs());
        }
        Err(ShopError::invalid(field, &format!("{} to {}", range.start(), range.end())))
    };
    let RunLab { scenario, guard, users, stock, seed, arrival_seconds } = *request;
    let most_users = i64::try_from(MAX_USERS).unwrap_or(i64::MAX);
    Ok(Settings {
        scenario,
        guard,
        users: usize::try_from(within("people", users, 1..=most_users)?).unwrap_or(MAX_USERS),
        stock: within("stock", stock, 1..=MAX_STOCK).map(|_| stock)?,
        seed: within("seed", seed, 0..=(1 << 53) - 1)?,
        arrival: Duration::from_secs(within("arrivalSeconds", arrival_seconds, 0..=MAX_ARRIVAL_SECONDS)?),
    })
}
