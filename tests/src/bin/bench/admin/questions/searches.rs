//! Orders found by what an admin types: rare words and common ones, by every field, with other filters beside.

use shop_app::order;
use shop_contract::{ExportOrders, ListOrdersForAdmin, OrderState};

use super::{Question, ROWS};
use crate::admin::Facts;

/// Orders found by words; the first part of an export is asked for as well.
pub(super) fn searches(facts: &Facts) -> Vec<Question> {
    let (name, phone) = &facts.recipient;
    let number = &facts.order_number;
    let words = [
        ("number", number.clone()),
        ("a day's numbers", number[..12].to_owned()),
        ("a day without letters", number[4..12].to_owned()),
        ("a part of the number", number[number.len() - 5..].to_owned()),
        ("day and sequence", number[8..].to_owned()),
        ("a common name", "김".to_owned()),
        ("a whole name", "김민준".to_owned()),
        ("a recipient", name.clone()),
        ("a recipient's telephone", phone.clone()),
        ("the end of a telephone", phone[phone.len() - 4..].to_owned()),
        ("a customer's telephone", facts.regular_phone.replace('-', "")),
        ("what every telephone begins with", "010".to_owned()),
        ("e-mail", "customer1@demo".to_owned()),
        ("a part of the e-mail", "mer123".to_owned()),
        ("a part of every e-mail", "@demo".to_owned()),
        ("what nobody has", "nobody anywhere".to_owned()),
        ("a sign", "%".to_owned()),
    ];
    let mut questions = Vec::new();
    for (name, typed) in &words {
        questions.push(list!(format!("orders, by {name}"), order::list_orders_for_admin, sought(typed)));
    }
    let refunded = |q: &str| ListOrdersForAdmin { state: Some(OrderState::Refunded), ..sought(q) };
    let of_one = |q: &str| ListOrdersForAdmin { user_id: Some(facts.regular), ..sought(q) };
    questions.extend([
        list!("refunded orders, by a whole name", order::list_orders_for_admin, refunded("김민준")),
        list!("refunded orders, by a telephone", order::list_orders_for_admin, refunded(phone)),
        list!("orders of a user, by a name", order::list_orders_for_admin, of_one("김")),
        list!(
            "orders of a user, by a part of the number",
            order::list_orders_for_admin,
            of_one(&number[number.len() - 3..])
        ),
        single!("a part of the export, by a telephone", order::export_orders, {
            let q = Some(phone.clone());
            move |_| ExportOrders { q: q.clone(), ..ExportOrders::default() }
        }),
        single!("a part of the export, by a common name", order::export_orders, |_| ExportOrders {
            q: Some("김".to_owned()),
            ..ExportOrders::default()
        }),
    ]);
    questions
}

fn sought(q: &str) -> ListOrdersForAdmin {
    ListOrdersForAdmin { q: Some(q.to_owned()), ..ListOrdersForAdmin::default() }
}
