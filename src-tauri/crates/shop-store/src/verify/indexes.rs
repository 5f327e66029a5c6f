//! Invariant 6 for an index without columns: it holds the rows that exist, and all of them.

use super::Invariant;

/// The indexes that a job fills.
pub(super) const INVARIANTS: &[Invariant] = &[Invariant {
    number: 6,
    says: "the index by which orders are found holds every order up to where it was filled, and no other",
    sql: "SELECT 'order', o.id, 'not in the index' FROM \"order\" o
          WHERE o.id <= (SELECT indexed_through FROM search_progress WHERE name = 'ORDER')
            AND NOT EXISTS (SELECT 1 FROM order_search WHERE rowid = o.id)
          UNION ALL
          SELECT 'order_search', f.rowid, 'names no order up to where it was filled' FROM order_search f
          WHERE f.rowid > coalesce((SELECT indexed_through FROM search_progress WHERE name = 'ORDER'), 0)
             OR NOT EXISTS (SELECT 1 FROM \"order\" WHERE id = f.rowid)",
    rows: None,
}];
