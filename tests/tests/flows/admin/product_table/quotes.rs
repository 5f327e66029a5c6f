//! Quotes that stand where the standard has none: the table is not read on by guess.

use super::*;

#[tokio::test]
async fn a_quote_out_of_place_is_told_by_its_line_and_nothing_is_done() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let head = "name,category,price\n";
    for (lines, line, reason) in [
        ("\"머그컵,주방,9000\n접시,주방,5000\n찻잔,주방,3000\n", 2, CsvReason::UnclosedQuote),
        ("머그컵,주방,9000\n\"접시,주방,5000\n찻잔,주방,3000\n", 3, CsvReason::UnclosedQuote),
        ("머그컵,주방,9000\n접시,주방,5000\n찻잔,주방,\"3000", 4, CsvReason::UnclosedQuote),
        ("머그컵,주방,9000\n12\" 접시,주방,5000\n", 3, CsvReason::QuoteInCell),
        ("머그컵,주방,9000\n접시, \"주방\",5000\n", 3, CsvReason::QuoteInCell),
        ("\"머그컵\"2,주방,9000\n", 2, CsvReason::TextAfterQuote),
        ("\"머그\n컵\" ,주방,9000\n", 3, CsvReason::TextAfterQuote),
    ] {
        let table = format!("{head}{lines}");
        let would = tried(&scene, admin, text(&table)).await;
        let told: Vec<_> = would.faults.iter().map(|fault| (fault.line, fault.reason)).collect();
        assert!(told.contains(&(line, reason)), "{table}: {told:?}");
        let details = refusal(&scene, admin, text(&table)).await;
        assert_eq!(details["faults"], serde_json::json!(would.faults), "the same when it is meant");
    }
    assert_eq!(scene.count("SELECT count(*) FROM product"), 0, "not one of them was made");
    let good = format!("{head}\"12\"\" 접시, 큰 것\",\"주방\",\"9,000\"\n");
    assert_eq!(done(&scene, admin, text(&good)).await.created, 1, "quotes as they should be");
    assert_eq!(scene.count("SELECT count(*) FROM product WHERE name = '12\" 접시, 큰 것' AND price = 9000"), 1);
}
