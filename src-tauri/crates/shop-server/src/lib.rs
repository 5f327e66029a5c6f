//! The shop over HTTP, for browsers and for programs on the same machine: the contract of the operations at `/v1`, the
//! same pages as in the window at `/`, the contract's own page at `/docs`.
//!
//! No rule of the shop lives here. A request is guarded (`guard`), its caller is identified (`auth`), and the operation of
//! its route is performed (`routes`). There are no cookies, so that no other page can act in a caller's name.

mod app;
mod auth;
pub mod docs;
mod guard;
mod limits;
pub mod openapi;
mod places;
mod prometheus;
mod respond;
mod routes;
mod server;
mod unread;

pub use auth::{KeyPlace, LIFETIME, TokenKeys};
pub use guard::Rate;
pub use limits::Limits;
pub use routes::has_pages;
pub use server::{Server, ServerOptions};
