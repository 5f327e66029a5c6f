//! Rows of the ledger as clients see them.

use shop_domain::point::TransactionType;
use shop_store::point::Transaction;

use crate::contract::{PointTransaction, PointTransactionType};

/// A row of the ledger.
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

impl From<TransactionType> for PointTransactionType {
    fn from(kind: TransactionType) -> Self {
        match kind {
            TransactionType::Charge => Self::Charge,
            TransactionType::Payment => Self::Payment,
            TransactionType::Refund => Self::Refund,
            TransactionType::Adjust => Self::Adjust,
        }
    }
}

impl From<PointTransactionType> for TransactionType {
    fn from(kind: PointTransactionType) -> Self {
        match kind {
            PointTransactionType::Charge => Self::Charge,
            PointTransactionType::Payment => Self::Payment,
            PointTransactionType::Refund => Self::Refund,
            PointTransactionType::Adjust => Self::Adjust,
        }
    }
}
