//! The commands that the page may invoke: one for each operation, made from the list of operations, and those that only a
//! window needs.
//!
//! Every command takes `request`, `lang` and `idempotencyKey`, and answers or rejects with `{code, message, details}`.

mod arguments;
mod demo;
mod desktop;
mod events;
mod lab;
mod listed;
mod menu;
mod recovery;
mod server;
mod session;
#[cfg(test)]
mod tests;

use tauri::Runtime;
use tauri::ipc::Invoke;

/// Routes the invocations of the page.
pub fn handler<R: Runtime>() -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
    arguments::checked(listed::or_own(tauri::generate_handler![
        session::login,
        session::logout,
        demo::fill_with_demo_data,
        demo::get_demo_shoppers,
        demo::set_demo_shoppers,
        demo::reset_demo,
        demo::begin_own_shop,
        lab::run_lab,
        lab::stop_lab,
        lab::report_lab,
        lab::race_lab,
        lab::pull_the_plug,
        lab::fail_payment_in_lab,
        events::subscribe_events,
        menu::attach_menu,
        server::server_state,
        server::start_server,
        server::stop_server,
        recovery::get_recovery,
        recovery::recover_shop,
        recovery::reopen_shop,
        recovery::show_data_folder,
        recovery::quit_window,
        desktop::get_about,
        desktop::save_pdf,
        desktop::get_crash,
        desktop::dismiss_crash,
        desktop::show_crash_folder,
    ]))
}
