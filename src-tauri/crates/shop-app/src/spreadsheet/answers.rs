//! Reports as tables: converts the list of rows in an operation's JSON answer to CSV.

use serde_json::Value;

use super::{guarded, lines};

/// An operation's list of rows and the fields of a row; each is a path whose last part is the column name.
type Table = (&'static str, &'static str, &'static [&'static str]);

const TABLES: [Table; 3] = [
    ("sales_statistics", "days", &["/day", "/orders", "/ordered", "/sales", "/discounts"]),
    ("popular_statistics", "items", &["/rank", "/productId", "/name", "/nameEn", "/salesCount", "/salesAmount"]),
    (
        "coupon_statistics",
        "coupons",
        &["/couponId", "/name", "/use/issued", "/use/used", "/use/useRate", "/use/discountAmount"],
    ),
];

/// Whether the operation's answer can be a table.
#[must_use]
pub fn has_table(operation: &str) -> bool {
    table(operation).is_some()
}

/// The answer of an operation as CSV; `None` if it cannot be a table.
#[must_use]
pub fn as_table(operation: &str, answer: &Value) -> Option<String> {
    let (_, list, fields) = table(operation)?;
    let names: Vec<&str> = fields.iter().filter_map(|field| field.rsplit('/').next()).collect();
    let row = |row: &Value| fields.iter().map(|field| cell(row.pointer(field))).collect::<Vec<_>>();
    lines(Some(&names), answer[list].as_array()?.iter().map(row)).ok()
}

fn table(operation: &str) -> Option<&'static Table> {
    TABLES.iter().find(|(name, ..)| *name == operation)
}

fn cell(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => guarded(text),
        Some(other) => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use shop_contract::schema_document;

    #[test]
    fn a_report_is_a_table_of_its_rows() {
        let answer = json!({"items": [{"rank": 1, "productId": 7, "name": "=1", "salesCount": 3, "salesAmount": -9}]});
        let csv = as_table("popular_statistics", &answer).expect("it is a table");
        assert_eq!(
            csv, "\u{FEFF}rank,productId,name,nameEn,salesCount,salesAmount\n1,7,'=1,,3,-9\n",
            "texts are guarded, figures are figures, what is absent is empty"
        );
        assert_eq!(as_table("list_orders_for_admin", &json!({"items": []})), None, "other answers are none");
    }

    #[test]
    fn every_column_is_a_field_of_the_contract() {
        let document = schema_document();
        let schemas = &document["components"]["schemas"];
        for (shape, (operation, _, fields)) in ["SalesDay", "SoldProduct", "CouponStatisticsRow"].iter().zip(TABLES) {
            let written =
                schemas[shape].to_string() + &schemas["SalesFigures"].to_string() + &schemas["CouponUse"].to_string();
            for name in fields.iter().filter_map(|field| field.rsplit('/').next()) {
                assert!(written.contains(&format!("\"{name}\"")), "{operation} has no {name}");
            }
        }
    }
}
