//! Ledger rows in the form of the contract.

use shop_store::point::Transaction;

use shop_contract::PointTransaction;

pub(crate) fn transaction(row: Transaction) -> PointTransaction {
    PointTransaction {
        id: row.id,
        kind: row.kind.into(),
        amount: row.balance.amount(),
        balance_before: row.balance.before.get(),
        balance_after: row.balance.after.get(),
        order_id: row.order_id,
        description: row.description,
        created_at: row.created_at,
    }
}
