//! The names of the shop's settings. They lie below the nouns, because most of them read a setting.

/// The shop's name, a text.
pub const NAME: &str = "shopName";
/// Whether it has been set up, or filled with demo data.
pub const READY: &str = "ready";
/// Minutes that an unpaid order waits for its payment, an integer from 1 to 10,080; default 30.
pub const ORDER_EXPIRY: &str = "orderExpiryMinutes";
/// Units at which a product counts as low in stock, an integer from 0 to 100; default 10.
pub const LOW_STOCK: &str = "lowStockThreshold";
/// What the shop does where a customer charges points, as the contract's `PointCharging`; default `FREE`.
pub const POINT_CHARGING: &str = "pointCharging";
/// How orders can be paid beside points, as a list of the contract's `PaymentMethod`; default none.
pub const PAYMENT_METHODS: &str = "paymentMethods";
/// Business days after the day of an order on which its deposit may still come, 0 to 30; default 3.
pub const DEPOSIT_DAYS: &str = "depositDays";
/// Business days after the day of its delivery on which a return of an order can be asked for, 0 to 365; default 7.
pub const RETURN_DAYS: &str = "returnDays";
/// The account to which customers transfer, as the contract's `DepositAccount`, or null if it is not given.
pub const DEPOSIT_ACCOUNT: &str = "depositAccount";
/// The business behind the shop, as the contract's `Business`, or null if nothing of it is given.
pub const BUSINESS: &str = "business";
/// How the shop ships, as the contract's `ShippingSettings`; by default every order is delivered for nothing.
pub const SHIPPING: &str = "shipping";
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
/// How busy the simulated shoppers of the demo are, as the contract's `ShopperRate`; the program decides where it is absent.
pub const DEMO_SHOPPERS: &str = "demoShoppers";
/// Whether the local server runs while the window is open.
pub const SERVER_ENABLED: &str = "serverEnabled";
/// Its port, or null for a free one.
pub const SERVER_PORT: &str = "serverPort";
/// Whether other machines of the network may connect to it.
pub const SERVER_LAN: &str = "serverLan";
