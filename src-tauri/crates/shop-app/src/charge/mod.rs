//! Charging points against money: requests of customers, and the deposits that admins confirm. Charging at once is in `point`.

mod admin;
mod queries;
mod request_points;
mod settings;
mod view;
mod withdraw_charge;

pub use admin::{confirm_charge, list_charges_for_admin, reject_charge};
pub use queries::list_charges;
pub(crate) use request_points::request_points;
pub(crate) use settings::{charge_mode, deposit_account, parse_account, parse_depositor};
pub(crate) use view::admin_charge;
pub use withdraw_charge::withdraw_charge;

/// The description of a charge in the ledger.
pub(crate) const DESCRIPTION: &str = "포인트 충전";
