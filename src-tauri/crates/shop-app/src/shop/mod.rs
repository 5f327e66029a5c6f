//! The shop itself: whether it has been set up, and as what.

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

/// Called so while nobody has named it.
const UNNAMED: &str = "장터";

/// The password of every demo person.
pub const DEMO_PASSWORD: &str = "jangteo-demo-1";

/// The names of the settings that say what the shop is.
pub mod setting {
    /// The shop's name, a text.
    pub const NAME: &str = "shopName";
    /// Whether it has been set up, or filled with demo data.
    pub const READY: &str = "ready";
    /// Minutes that an unpaid order waits for its payment, a whole number of 1 to 10,080; 30 where it was never set.
    pub const ORDER_EXPIRY: &str = "orderExpiryMinutes";
    /// Units at which a product counts as low in stock, a whole number of 0 to 100; 10 where it was never set.
    pub const LOW_STOCK: &str = "lowStockThreshold";
    /// The hour of the business day at which the shop is copied, 0 to 23; 4 where it was never set.
    pub const BACKUP_HOUR: &str = "backupHour";
    /// Daily copies that are kept, 1 to 90; 14 where it was never set.
    pub const BACKUPS_KEPT: &str = "backupsKept";
    /// Where events are posted to, or null for nowhere.
    pub const WEBHOOK: &str = "webhookUrl";
    /// Whether the receiver of events may be this machine or one of its network; not, where it was never set.
    pub const WEBHOOK_LOCAL: &str = "webhookAllowLocal";
    /// From which event on the webhook is told, as the store's `WebhookSince`, or null where there is no webhook.
    pub const WEBHOOK_SINCE: &str = "webhookSince";
    /// What events are signed with and when it was made.
    pub const WEBHOOK_SECRET: &str = "webhookSecret";
    /// Which alerts are wanted, as the contract's `AlertSettings`.
    pub const ALERTS: &str = "alerts";
    /// What the token of collectors hashes to and when it was made, or null where it was taken back.
    pub const METRICS_TOKEN: &str = "metricsToken";
    /// The columns that admins chose for tables of products, by the names of the tables' columns, the latest first.
    pub const IMPORT_COLUMNS: &str = "importColumns";
    /// Whether it holds demo data.
    pub const DEMO: &str = "demo";
    /// Whether the local server runs while the window is open.
    pub const SERVER_ENABLED: &str = "serverEnabled";
    /// Its port, or null for a free one.
    pub const SERVER_PORT: &str = "serverPort";
    /// Whether other machines of the network may reach it.
    pub const SERVER_LAN: &str = "serverLan";
}
