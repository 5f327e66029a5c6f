//! Numbers as spreadsheets and shops write them.

use super::*;

#[tokio::test]
async fn a_number_is_read_as_it_is_written_or_not_at_all() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    for (price, read) in [
        ("1999", Some(1_999)),
        ("\"1,999\"", Some(1_999)),
        ("\"₩1,999\"", Some(1_999)),
        ("\"1,999원\"", Some(1_999)),
        ("6300.00", Some(6_300)),
        ("\"19,99\"", None),
        ("\"1,2345\"", None),
        ("6.71866E+11", None),
        ("12.5", None),
        ("-5", None),
        ("１２３", None),
    ] {
        let would = tried(&scene, admin, text(&format!("name,category,price\n컵,주방,{price}\n"))).await;
        let shown = would.first_rows.first().map(|row| row.price);
        assert_eq!(shown, read, "{price}");
        if read.is_none() {
            assert_eq!(fault(&would.faults), Some((2, Some("price"), CsvReason::NotANumber)), "{price}");
        }
    }
    for column in ["stock", "limitedQuantity"] {
        let would = tried(&scene, admin, text(&format!("name,category,price,{column}\n컵,주방,1,\"19,99\"\n"))).await;
        assert_eq!(fault(&would.faults), Some((2, Some(column), CsvReason::NotANumber)), "wherever numbers stand");
    }
    let sale = "name,category,price,saleRate,saleBeginsAt,saleEndsAt\n\
                컵,주방,1,\"1,0\",2026-03-10T00:00:00Z,2026-03-11T00:00:00Z\n";
    let would = tried(&scene, admin, text(sale)).await;
    assert_eq!(fault(&would.faults), Some((2, Some("saleRate"), CsvReason::NotANumber)), "in a sale too");
}
