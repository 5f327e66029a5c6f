//! The version of the program, pages as PDF files, and the reports of crashes. None of it needs an open shop or a user.

use std::sync::Arc;

use serde_json::Value;
use shop_contract::{About, CrashNotice, Done, Empty, ErrorDetails, ErrorView, SavePdf, ShopError, parse};
use tauri::{AppHandle, Runtime, State};

use crate::crash::CrashReports;
use crate::window::{answer, language};
use crate::{outside, pdf};

type Crashes<'a> = State<'a, Arc<CrashReports>>;

/// The longest name that is proposed for a file, in characters.
const MAX_NAME: usize = 120;

/// The version and the commit of the program.
#[tauri::command]
pub fn get_about(request: Value, lang: Option<String>) -> Result<About, ErrorView> {
    let about = parse(request).map(|Empty {}| About {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        commit: env!("JANGTEO_COMMIT").to_owned(),
    });
    answer(about, lang.as_deref())
}

/// Saves the page as a PDF file where the user says; the page is told the result by a cue. Answers when it is saved, or when the
/// user has decided against it.
#[tauri::command]
pub async fn save_pdf<R: Runtime>(app: AppHandle<R>, request: Value, lang: Option<String>) -> Result<Done, ErrorView> {
    let saved = async {
        let SavePdf { name } = parse(request)?;
        if name.is_empty() || name.chars().count() > MAX_NAME {
            return Err(ShopError::invalid("name", &format!("1 to {MAX_NAME} characters")));
        }
        pdf::save_page(&app, &name, language(lang.as_deref())).await.map_err(|error| internal("pdf", &error))?;
        Ok(Done {})
    };
    answer(saved.await, lang.as_deref())
}

/// The newest report of a crash that was not dismissed.
#[tauri::command(async)]
pub fn get_crash(crashes: Crashes<'_>, request: Value, lang: Option<String>) -> Result<CrashNotice, ErrorView> {
    answer(parse(request).map(|Empty {}| crashes.notice()), lang.as_deref())
}

/// Dismisses the report, and all older ones.
#[tauri::command(async)]
pub fn dismiss_crash(crashes: Crashes<'_>, request: Value, lang: Option<String>) -> Result<Done, ErrorView> {
    let dismissed = parse(request)
        .and_then(|Empty {}| crashes.dismiss().map(|()| Done {}).map_err(|error| internal("crash", &error)));
    answer(dismissed, lang.as_deref())
}

/// Shows the folder of the reports in the file manager.
#[tauri::command(async)]
pub fn show_crash_folder(crashes: Crashes<'_>, request: Value, lang: Option<String>) -> Result<Done, ErrorView> {
    let shown = parse(request).and_then(|Empty {}| {
        outside::open(crashes.folder()).map(|()| Done {}).map_err(|error| internal("folder", &error))
    });
    answer(shown, lang.as_deref())
}

/// What the user is told where the system refuses; the log has the reason.
fn internal(what: &str, error: &dyn std::fmt::Display) -> ShopError {
    tracing::warn!(what, %error, "the window could not do what it was asked");
    ErrorDetails::InternalError { trace_id: what.to_owned(), reason: None }.into()
}
