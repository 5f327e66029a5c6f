//! From the command line to an open window. The window is shown first, and the shop is opened in the background, so that the
//! UI thread never waits.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use shop_app::runtime::{DataFolder, FolderError, FolderLock, start_logging};
use shop_contract::ShopperRate;
use shop_demo::lab::{PLUG_CHILD, plug_child, sweep};
use tauri::{AppHandle, Manager as _, RunEvent, WebviewWindowBuilder};

use crate::context::context;
use crate::crash::CrashReports;
use crate::demo::Demo;
use crate::lab::Lab;
use crate::menu::WindowMenu;
use crate::opener::Opener;
use crate::server::LocalServer;
use crate::window::Window;
use crate::{commands, downloads, drops, outside, pictures};

/// Opens the shop in a window.
#[derive(Parser)]
#[command(version = crate::VERSION)]
struct Arguments {
    /// The data folder; else JANGTEO_DATA, else the system's own.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// How busy the simulated shoppers of a demo shop are, until another rate is chosen there.
    #[arg(long, value_name = "RATE", default_value = ShopperRate::Quiet.name(), value_parser = shopper_rate())]
    shoppers: ShopperRate,
}

fn shopper_rate() -> impl TypedValueParser<Value = ShopperRate> {
    let by_name = |name: String| ShopperRate::ALL.into_iter().find(|rate| rate.name() == name);
    PossibleValuesParser::new(ShopperRate::ALL.map(ShopperRate::name))
        .try_map(move |name| by_name(name).ok_or("no such rate"))
}

/// Runs until the window is closed.
#[must_use]
#[expect(clippy::print_stderr, reason = "there is no window yet to show it")]
pub fn run() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    if arguments.next().as_deref() == Some(PLUG_CHILD) {
        return run_plug_child(&arguments.collect::<Vec<_>>());
    }
    let Arguments { data, shoppers } = Arguments::parse();
    let path = match DataFolder::locate(data) {
        Ok(path) => path,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    match DataFolder::open(Some(path.clone())).and_then(|folder| Ok((folder.lock()?, folder))) {
        Ok((lock, folder)) => show(folder, Some(lock), shoppers),
        // The window that has the folder open is shown instead; without a session bus, this message is all.
        Err(error @ FolderError::InUse(_)) => {
            eprintln!("{error}");
            focus_running_window()
        }
        // The window shows the reason, and a button to try again.
        Err(error) => {
            eprintln!("{error}");
            show(DataFolder::at(path), None, shoppers)
        }
    }
}

/// The process without a window that the Lab kills.
#[expect(clippy::print_stderr, reason = "it has no window")]
fn run_plug_child(arguments: &[String]) -> ExitCode {
    match plug_child(arguments) {
        Ok(never) => match never {},
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn show(folder: DataFolder, lock: Option<FolderLock>, shoppers: ShopperRate) -> ExitCode {
    let _log = start_logging(&folder.logs());
    let (crashes, is_ours) = (CrashReports::new(folder.clone()), lock.is_some());
    if is_ours {
        crashes.watch_panics();
    }
    let ended = Arc::clone(&crashes);
    let builder = pictures::serve(tauri::Builder::default(), &folder)
        .plugin(tauri_plugin_single_instance::init(|app, _, _| focus(app)))
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .invoke_handler(commands::handler())
        .on_window_event(drops::handle)
        .setup(move |app| {
            let opener = Opener::new(folder.clone(), lock);
            app.manage(LocalServer::new(folder.clone()));
            app.manage(Window::new(folder, opener.watch()));
            app.manage(opener);
            app.manage(Lab::default());
            // Not before: a second start ends while the plugins are made, and is no crash.
            if is_ours {
                crashes.begin();
            }
            app.manage(crashes);
            end_on_signals(app.handle());
            app.manage(Demo::new(shoppers));
            // What a Lab left whose process was killed.
            tauri::async_runtime::spawn_blocking(sweep);
            let handle = app.handle().clone();
            tauri::async_runtime::spawn(async move { handle.state::<Opener>().open(&handle).await });
            let config = app.config().app.windows.first().ok_or("tauri.conf.json names no window")?;
            WindowMenu::show(app.handle())?;
            let window = WebviewWindowBuilder::from_config(app.handle(), config)?;
            outside::open_links(downloads::allow(window)).build()?;
            Ok(())
        });
    match builder.build(context()) {
        Ok(app) => {
            app.run(move |app, event| {
                if let RunEvent::Exit = event {
                    tracing::info!("closing");
                    tauri::async_runtime::block_on(app.state::<LocalServer>().close());
                    ended.end();
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            tracing::error!(%error, "the window could not be opened");
            ended.end();
            ExitCode::FAILURE
        }
    }
}

/// Closes the window as its user would when the system asks the program to end, as it does when the user logs out.
#[cfg(unix)]
fn end_on_signals(app: &AppHandle) {
    use tokio::signal::unix::{SignalKind, signal};
    for kind in [SignalKind::terminate(), SignalKind::hangup(), SignalKind::interrupt()] {
        let app = app.clone();
        tauri::async_runtime::spawn(async move {
            match signal(kind) {
                Ok(mut asked) => {
                    asked.recv().await;
                    tracing::info!(signal = kind.as_raw_value(), "asked to end");
                    app.exit(0);
                }
                Err(error) => tracing::warn!(%error, "a signal to end would not close the shop"),
            }
        });
    }
}

#[cfg(not(unix))]
fn end_on_signals(_app: &AppHandle) {}

/// Shows the window of this process.
fn focus(app: &AppHandle) {
    for window in app.webview_windows().values() {
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

/// Starts just far enough for the single-instance plugin to notify the running window, then exits.
fn focus_running_window() -> ExitCode {
    let builder = tauri::Builder::default().plugin(tauri_plugin_single_instance::init(|_, _, _| {}));
    let mut context = context();
    context.config_mut().app.windows.clear();
    if let Ok(app) = builder.build(context) {
        app.handle().exit(1);
        app.run(|_, _| {});
    }
    ExitCode::FAILURE
}
