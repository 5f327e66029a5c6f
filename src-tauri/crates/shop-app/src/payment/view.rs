//! Payments in the form of the contract.

use shop_store::payment::PaymentRow;

use shop_contract::{BalanceChange, Payment, PaymentMethod};

pub(crate) fn payment(stored: PaymentRow) -> Payment {
    Payment {
        id: stored.id,
        order_id: stored.order_id,
        method: PaymentMethod::Point,
        amount: stored.amount.get(),
        state: stored.state.into(),
        paid_at: stored.paid_at,
        failure_reason: stored.failure_reason,
        balance: stored.balance.map(|(before, after)| BalanceChange { before, after }),
    }
}
