//! The shop over HTTP, for browsers and for programs: the operations at `/v1`, the pages of the UI at `/`, the OpenAPI document
//! as a page at `/docs`.
//!
//! No rule of the shop is here. A request passes the guard (`guard`), its caller is authenticated (`auth`), and the operation
//! of its route is performed (`routes`, `respond`). There are no cookies, so another site cannot send requests as a user.

mod app;
mod auth;
mod connection;
pub mod docs;
mod guard;
mod limits;
pub mod openapi;
mod permits;
mod prometheus;
mod rate_limit;
mod respond;
mod response;
mod routes;
mod server;

pub use auth::{KeyLocation, TokenKeys, identify};
pub use limits::Limits;
pub use rate_limit::Rate;
pub use routes::{has_pages, page, page_names};
pub use server::{Server, ServerOptions};
