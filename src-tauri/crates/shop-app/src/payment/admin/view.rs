//! Deposits for orders in the form of the contract.

use shop_store::payment::{AwaitedDeposits, NamedDeposit};

use crate::order::payment;
use shop_contract::{AdminPayment, AwaitedPayments};

pub(super) fn admin_payment(row: NamedDeposit) -> AdminPayment {
    AdminPayment {
        order_number: row.order_number,
        user_id: row.user_id,
        user_name: row.user_name,
        user_email: row.user_email,
        confirmed_by: row.payment.confirmed_by,
        confirmed_by_name: row.confirmed_by_name,
        created_at: row.created_at,
        payment: payment(row.payment),
    }
}

pub(super) fn awaited_payments(awaited: AwaitedDeposits) -> AwaitedPayments {
    AwaitedPayments { count: awaited.count, amount: awaited.amount }
}
