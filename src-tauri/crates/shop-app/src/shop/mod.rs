//! The shop itself: its set-up and its settings.

mod confirm_clock;
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
pub(crate) use get_metrics::cache;
pub use get_metrics::get_metrics;
pub use make_metrics_token::make_metrics_token;
pub use make_webhook_secret::make_webhook_secret;
pub use metrics_token::{get_metrics_token, is_metrics_token};
pub use queries::get_shop;
pub use remove_metrics_token::remove_metrics_token;
pub use server_settings::{ServerSettings, keep_server_settings, server_settings};
pub use set_up_shop::set_up_shop;
pub use settings::{get_settings, update_settings};
pub use verify_books::verify_books;
pub(crate) use webhook_secret::{WebhookSecret, ensure_webhook_secret};

/// The name before the set-up.
const UNNAMED: &str = "장터";

/// The password of every demo user.
pub const DEMO_PASSWORD: &str = "jangteo-demo-1";

/// The names of the shop's settings.
pub mod setting {
    /// The shop's name, a text.
    pub const NAME: &str = "shopName";
    /// Whether it has been set up, or filled with demo data.
    pub const READY: &str = "ready";
    /// Minutes that an unpaid order waits for its payment, an integer from 1 to 10,080; default 30.
    pub const ORDER_EXPIRY: &str = "orderExpiryMinutes";
    /// Units at which a product counts as low in stock, an integer from 0 to 100; default 10.
    pub const LOW_STOCK: &str = "lowStockThreshold";
    /// The hour of the business day of the daily backup, 0 to 23; default 4.
    pub const BACKUP_HOUR: &str = "backupHour";
    /// Number of daily backups that are kept, 1 to 90; default 14.
    pub const BACKUPS_KEPT: &str = "backupsKept";
    /// The URL that events are posted to, or null.
    pub const WEBHOOK: &str = "webhookUrl";
    /// Whether the receiver of events may be in the local network or on this machine; default false.
    pub const WEBHOOK_LOCAL: &str = "webhookAllowLocal";
    /// The first event that the webhook gets, as the store's `WebhookSince`, or null if there is no webhook.
    pub const WEBHOOK_SINCE: &str = "webhookSince";
    /// The secret that signs events, and its creation time.
    pub const WEBHOOK_SECRET: &str = "webhookSecret";
    /// The enabled alerts, as the contract's `AlertSettings`.
    pub const ALERTS: &str = "alerts";
    /// The hash of the metrics token and its creation time, or null if it was revoked.
    pub const METRICS_TOKEN: &str = "metricsToken";
    /// The columns that admins chose for imported tables, by the tables' column names, the latest first.
    pub const IMPORT_COLUMNS: &str = "importColumns";
    /// Whether the shop holds demo data.
    pub const DEMO: &str = "demo";
    /// Whether the local server runs while the window is open.
    pub const SERVER_ENABLED: &str = "serverEnabled";
    /// Its port, or null for a free one.
    pub const SERVER_PORT: &str = "serverPort";
    /// Whether other machines of the network may connect to it.
    pub const SERVER_LAN: &str = "serverLan";
}
