//! The window and nothing else: opens the data folder, opens the shop behind it, and passes calls on.
//!
//! No rule of the shop lives here. A command is one line of the list of operations; what it does is a use case.

mod commands;
mod downloads;
mod drops;
mod menu;
mod notifications;
mod opening;
mod pictures;
mod server;
mod session;
mod startup;
mod window;

pub use startup::run;
