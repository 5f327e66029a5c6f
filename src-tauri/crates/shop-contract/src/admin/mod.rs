//! Requests and answers of the admins' operations. Shapes only, a file for each noun; the list of operations says which
//! callers each admits.

mod alert;
mod as_of;
mod audit;
mod backup;
mod catalog;
mod charge;
mod coupon;
mod metrics;
mod note;
mod order;
mod outbox;
mod parcel;
mod product_csv;
mod product_edit;
mod product_table;
mod sale_room;
mod settings;
mod staff;
mod statistics;
mod stock;
mod user;
mod verify;

pub use alert::*;
pub use as_of::*;
pub use audit::*;
pub use backup::*;
pub use catalog::*;
pub use charge::*;
pub use coupon::*;
pub use metrics::*;
pub use note::*;
pub use order::*;
pub use outbox::*;
pub use parcel::*;
pub use product_csv::*;
pub use product_edit::*;
pub use product_table::*;
pub use sale_room::*;
pub use settings::*;
pub use staff::*;
pub use statistics::*;
pub use stock::*;
pub use user::*;
pub use verify::*;
