//! Returns in the form of the contract.

use shop_domain::refund::LineUnits;
use shop_store::returns::{NamedReturn, ReturnRow, WaitingReturns as Waiting};

use shop_contract::{AdminReturn, ReturnRequest, UnitsOfItem, WaitingReturns};

pub(super) fn return_request(row: ReturnRow) -> ReturnRequest {
    let units = |units: &LineUnits| UnitsOfItem { order_item_id: units.item_id, quantity: units.quantity };
    ReturnRequest {
        id: row.id,
        order_id: row.order_id,
        items: row.units.iter().map(units).collect(),
        reason: row.reason,
        state: row.state.into(),
        note: row.note,
        created_at: row.created_at,
        updated_at: row.updated_at,
        approved_at: row.approved_at,
        rejected_at: row.rejected_at,
        received_at: row.received_at,
        refund_id: row.refund_id,
    }
}

pub(crate) fn admin_return(named: NamedReturn) -> AdminReturn {
    let NamedReturn { row, order_number, user_name, user_email, actor_name } = named;
    AdminReturn {
        order_number,
        user_id: row.user_id,
        user_name,
        user_email,
        actor_id: row.actor_id,
        actor_name,
        returned: return_request(row),
    }
}

pub(super) fn waiting_returns(waiting: Waiting) -> WaitingReturns {
    WaitingReturns { requested: waiting.requested, approved: waiting.approved, received: waiting.received }
}
