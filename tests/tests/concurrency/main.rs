//! Crowds: what is exact under concurrent load, a module a scenario. Each runs on a real file in three ways: with
//! the locks, without them, and as two programs on one file; each ends with the identities and with what must be
//! conserved. `naive` shows that the same figures see it when a shop oversells.

mod adjustment;
mod cancel_or_expire;
mod codes;
mod controls;
mod counted;
mod coupon_rush;
mod deposits;
mod double_pay;
mod every_bug;
mod figures;
mod flash_sale;
mod last_item;
mod last_owner;
mod leaving;
mod limited_edition;
mod linearize;
mod lock_queue;
mod locks;
mod market;
mod mixed;
mod naive;
mod one_coupon;
mod opposite_orders;
mod order_deposits;
mod pay_or_cancel;
mod pay_or_expire;
mod repeated;
mod restock;
mod returns;
mod shared_limit;
mod stock_rush;
mod tracking;
mod wallet;
