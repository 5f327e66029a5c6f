//! The shop as a shopper has it: the real window on real data, driven by its own web view's driver. A file a story.
//!
//! Every story has a shop of its own, made by the headless binary, which `cargo xtask test --only e2e` builds and names.
//! Not here: a payment that fails halfway, which nothing in the window can bring about (`tests/flows` does).

mod admin;
mod admin_files;
mod admin_keyboard;
mod admin_together;
mod buy_now;
mod demo;
mod desktop;
mod first_start;
mod giving_back;
mod keyboard;
mod keys;
mod lab;
mod pages;
mod payloads;
mod present;
mod purchase;
mod recovery;
mod refusals;
mod rival;
mod sale_room;
mod selling;
mod server;
mod shop;
mod shopper;
mod words;
