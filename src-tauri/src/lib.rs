//! The window: opens the data folder and the shop, and passes the calls of the page to the use cases.
//!
//! No rule of the shop is here. Each operation of the list is a command, and performs its use case.

mod commands;
mod context;
mod crash;
mod demo;
mod downloads;
mod drops;
mod lab;
mod menu;
mod notifications;
mod opener;
mod outside;
mod pages;
mod pdf;
mod pictures;
mod server;
mod session;
mod startup;
mod window;

pub use startup::run;

/// The version of the program, and the commit that it was built from.
pub(crate) const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), " (", env!("JANGTEO_COMMIT"), ")");
