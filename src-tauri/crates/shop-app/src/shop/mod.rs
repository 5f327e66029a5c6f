//! The shop itself: its set-up, its settings, and the texts that its customers agree to.

mod business;
mod confirm_clock;
mod documents;
mod get_metrics;
mod make_metrics_token;
mod make_webhook_secret;
mod metrics_token;
mod queries;
mod remove_metrics_token;
mod server_settings;
mod set_up_shop;
mod settings;
mod verify_books;
mod webhook_secret;

pub use confirm_clock::confirm_clock;
pub use documents::{get_shop_document, update_shop_document};
pub use get_metrics::get_metrics;
pub use make_metrics_token::make_metrics_token;
pub use make_webhook_secret::make_webhook_secret;
pub use metrics_token::{get_metrics_token, is_metrics_token};
pub use queries::{PERSONAS, get_shop};
pub use remove_metrics_token::remove_metrics_token;
pub use server_settings::{ServerSettings, keep_server_settings, server_settings};
pub use set_up_shop::set_up_shop;
pub use settings::{get_settings, update_settings};
pub use verify_books::verify_books;
pub(crate) use webhook_secret::{WebhookSecret, ensure_webhook_secret};

/// The name before the set-up.
const UNNAMED: &str = "장터";
