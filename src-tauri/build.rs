//! Tells Tauri which commands the window has: those of the one list of operations, and the few that
//! only a window needs. Each then has to be granted by name in `capabilities/main.json`; a command
//! that is missing here would be open to every page.

#[path = "build-scripts/commit.rs"]
mod commit;
#[path = "crates/shop-contract/src/operations.rs"]
mod operations;

/// Commands that are no operation: sessions are held in Rust, events and choices in the menu travel by channels, the local server is the window's, and so is the
/// way back where there is no shop that can be opened.
const WINDOW_COMMANDS: [&str; 28] = [
    "login",
    "logout",
    "fill_with_demo_data",
    "get_demo_shoppers",
    "set_demo_shoppers",
    "reset_demo",
    "begin_own_shop",
    "run_lab",
    "stop_lab",
    "report_lab",
    "race_lab",
    "pull_the_plug",
    "fail_payment_in_lab",
    "subscribe_events",
    "attach_menu",
    "server_state",
    "start_server",
    "stop_server",
    "get_recovery",
    "recover_shop",
    "reopen_shop",
    "show_data_folder",
    "quit_window",
    "get_about",
    "save_pdf",
    "get_crash",
    "dismiss_crash",
    "show_crash_folder",
];

macro_rules! names {
    ($($name:ident: $noun:ident, $access:ident, $method:ident $path:literal, $status:literal, $request:ident => $response:ident;)*) => {
        &[$(stringify!($name)),*]
    };
}

const OPERATIONS: &[&str] = for_each_operation!(names);

fn main() {
    commit::tell();
    let commands: Vec<&'static str> = OPERATIONS.iter().chain(&WINDOW_COMMANDS).copied().collect();
    // The build script lives once for each build, so what it leaks is gone with it.
    let manifest = tauri_build::AppManifest::new().commands(commands.leak());
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))
        .expect("tauri.conf.json and the capabilities are whole");
}
