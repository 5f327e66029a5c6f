//! From the command line to an open window. The window comes first; the shop is opened beside it, so that nothing waits
//! on the UI thread.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser;
use shop_app::runtime::{DataFolder, FolderError, FolderLock, Shop, ShopOptions, start_logging};
use shop_app::{demo, jobs};
use tauri::{AppHandle, Manager as _, RunEvent, WebviewWindowBuilder};
use tokio::sync::watch;

use crate::menu::WindowMenu;
use crate::server::LocalServer;
use crate::window::{Opening, Window};
use crate::{commands, downloads, drops, notifications, pictures};

/// Opens the shop in a window.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// The data folder; else JANGTEO_DATA, else the system's own.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

/// Runs until the window is closed.
#[must_use]
#[expect(clippy::print_stderr, reason = "there is no window yet to say it in")]
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    match DataFolder::open(arguments.data).and_then(|folder| Ok((folder.lock()?, folder))) {
        Ok((lock, folder)) => show(folder, lock),
        // The window that has it open is shown instead; where the system has no session bus, saying so is all we can do.
        Err(error @ FolderError::InUse(_)) => {
            eprintln!("{error}");
            focus_the_other()
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn show(folder: DataFolder, lock: FolderLock) -> ExitCode {
    let _log = start_logging(&folder.logs());
    let builder = pictures::serve(tauri::Builder::default(), &folder)
        .plugin(tauri_plugin_single_instance::init(|app, _, _| focus(app)))
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .invoke_handler(commands::handler())
        .on_window_event(drops::pass_on)
        .setup(move |app| {
            app.manage(lock);
            app.manage(LocalServer::new(folder.clone()));
            app.manage(Window::new(folder.clone(), open_shop(app.handle().clone(), folder)));
            let config = app.config().app.windows.first().ok_or("tauri.conf.json names no window")?;
            WindowMenu::show(app.handle())?;
            downloads::allow(WebviewWindowBuilder::from_config(app.handle(), config)?).build()?;
            Ok(())
        });
    match builder.build(tauri::generate_context!()) {
        Ok(app) => {
            app.run(|app, event| {
                if let RunEvent::Exit = event {
                    tracing::info!("closing");
                    tauri::async_runtime::block_on(app.state::<LocalServer>().close());
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            tracing::error!(%error, "the window could not be opened");
            ExitCode::FAILURE
        }
    }
}

/// Opens the shop and starts its jobs, and its server if that was left on, off the UI thread.
fn open_shop(app: AppHandle, folder: DataFolder) -> Opening {
    let (sender, opening) = watch::channel(None);
    tauri::async_runtime::spawn(async move {
        let opened = tauri::async_runtime::spawn_blocking(move || open(&folder)).await;
        let opened = opened.unwrap_or_else(|error| Err(error.to_string()));
        match &opened {
            Ok(shop) => {
                notifications::begin(&app, shop);
                jobs::run_beside(shop);
            }
            Err(error) => tracing::error!(error, "the shop could not be opened"),
        }
        // The window may be closed already.
        let _ = sender.send(Some(opened.clone()));
        if let Ok(shop) = &opened {
            app.state::<LocalServer>().come_back(shop).await;
        }
    });
    opening
}

fn open(folder: &DataFolder) -> Result<Arc<Shop>, String> {
    if demo::clear_unfinished(folder).map_err(|error| error.to_string())? {
        tracing::warn!("a demo that was cut short has been cleared away");
    }
    Shop::open(ShopOptions::new(folder.path())).map_err(|error| error.to_string())
}

/// Shows the window that is open already.
fn focus(app: &AppHandle) {
    for window in app.webview_windows().values() {
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

/// Starts just far enough that the single-instance plugin tells the other window, then ends.
fn focus_the_other() -> ExitCode {
    let builder = tauri::Builder::default().plugin(tauri_plugin_single_instance::init(|_, _, _| {}));
    let mut context = tauri::generate_context!();
    context.config_mut().app.windows.clear();
    if let Ok(app) = builder.build(context) {
        app.handle().exit(1);
        app.run(|_, _| {});
    }
    ExitCode::FAILURE
}
