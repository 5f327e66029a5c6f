//! Every statement finds its rows by an index, so that its time does not grow with the shop.

use rusqlite::Connection;

use super::{acts, coupon, figure};
use crate::connection::open_in_memory;
use crate::migrations::migrate;

fn plan(conn: &Connection, sql: &str) -> Vec<String> {
    let mut statement = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).expect("a statement");
    let count = statement.parameter_count();
    let nothing = vec![rusqlite::types::Null; count];
    let rows = statement.query_map(rusqlite::params_from_iter(nothing), |row| row.get::<_, String>(3)).expect("a plan");
    rows.collect::<rusqlite::Result<_>>().expect("its steps")
}

#[test]
fn no_statement_looks_through_a_table() {
    let mut conn = open_in_memory().expect("memory");
    migrate(&mut conn).expect("the schema");
    for (sql, index) in [
        (figure::STOCK_ROW, "stock_of"),
        (figure::MOVEMENTS, "stock_movement_by_product"),
        (figure::MOVEMENT_FROM, "stock_movement_by_product"),
        (figure::LAST_MOVEMENT, "stock_movement_by_product"),
        (figure::MOVED, "stock_movement_by_product"),
        (figure::USER_ROW, "PRIMARY KEY"),
        (figure::TRANSACTIONS, "balance_transaction_by_user"),
        (figure::TRANSACTIONS, "audit_log_by_target"),
        (figure::TRANSACTION_FROM, "balance_transaction_by_user"),
        (figure::LAST_TRANSACTION, "balance_transaction_by_user"),
        (figure::TRANSACTED, "balance_transaction_by_user"),
        (coupon::ISSUES, "user_coupon_by_coupon"),
        (coupon::ISSUE_FROM, "user_coupon_by_coupon"),
        (coupon::ISSUED, "COVERING INDEX user_coupon_by_coupon"),
        (coupon::USED_NOW, "user_coupon_by_coupon"),
        (coupon::USES, "order_by_user"),
        (acts::ACTS_UNTIL, "audit_log_by_target"),
        (acts::ACTS_AFTER, "audit_log_by_target"),
        (acts::FAILED, "payment_void"),
    ] {
        let steps = plan(&conn, sql);
        assert!(steps.iter().any(|step| step.contains(index)), "{sql} uses {index}: {steps:?}");
        let looked_through: Vec<&String> = steps
            .iter()
            .filter(|step| {
                step.starts_with("SCAN ") && !["(subquery", "json_each"].iter().any(|part| step.contains(part))
            })
            .collect();
        assert!(looked_through.is_empty(), "{sql} looks through a table: {looked_through:?}");
        let is_paged = sql.contains("LIMIT") && !sql.contains("ORDER BY c.id");
        let sorts = steps.iter().any(|step| step.contains("USE TEMP B-TREE FOR ORDER BY"));
        assert!(!(is_paged && sorts), "{sql} sorts before it takes the first rows: {steps:?}");
    }
}
