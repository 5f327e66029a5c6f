//! Requests for points in the form of the contract.

use shop_store::charge::{ChargeRow, NamedChargeRow, Waiting};

use shop_contract::{AdminCharge, ChargeRequest, WaitingCharges};

pub(super) fn charge_request(row: ChargeRow) -> ChargeRequest {
    ChargeRequest {
        id: row.id,
        amount: row.amount.get(),
        withdrawn: row.actor_id == Some(row.user_id),
        depositor_name: row.depositor_name,
        state: row.state.into(),
        reason: row.reason,
        decided_at: row.decided_at,
        created_at: row.created_at,
    }
}

pub(crate) fn admin_charge(row: NamedChargeRow) -> AdminCharge {
    let NamedChargeRow { charge, user_name, user_email, actor_name } = row;
    AdminCharge {
        user_id: charge.user_id,
        user_name,
        user_email,
        actor_id: charge.actor_id,
        actor_name,
        transaction_id: charge.balance_transaction_id,
        charge: charge_request(charge),
    }
}

pub(super) fn waiting_charges(waiting: Waiting) -> WaitingCharges {
    WaitingCharges { count: waiting.count, amount: waiting.amount }
}
