//! Bank statements: deposits are matched as a preview, also in the encodings and layouts of banks, and the same statement twice
//! confirms nothing twice.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use shop_app::charge::confirm_charge;
use shop_app::payment::match_payments;
use shop_app::runtime::Principal;
use shop_contract::{
    ConfirmCharge, ErrorCode, MatchPayments, ShopError, StatementBank, StatementDoubt, StatementMatch,
    StatementPreview, UnreadReason,
};

use crate::scene::{Scene, refused};

async fn matched(scene: &Scene, admin: Principal, csv: &str) -> Result<StatementPreview, ShopError> {
    let request = MatchPayments { csv: Some(csv.to_owned()), data: None, confirm: false };
    match_payments(scene.call(admin), request).await
}

/// How each deposit fits, and the requests.
fn found(preview: &StatementPreview) -> Vec<(StatementMatch, Vec<i64>)> {
    let ids = |line: &shop_contract::StatementLine| line.charges.iter().map(|charge| charge.charge.id).collect();
    preview.lines.iter().map(|line| (line.found, ids(line))).collect()
}

/// As KB writes it, with the account and the period above; the requests of a scene are made at noon.
const KB: &str = "거래내역조회,,\r\n계좌번호,123456-01-234567,\r\n\r\n\
    거래일시,보낸분/받는분,출금액(원),입금액(원)\r\n\
    2026.03.10 12:30:00,김입금,0,\"50,000\"\r\n\
    2026.03.10 12:40:00,박다른,0,\"7,000\"\r\n\
    2026.03.10 12:50:00,가게주인,\"20,000\",0\r\n\
    합계,,,\"57,000\"\r\n";

#[tokio::test]
async fn a_statement_is_matched_and_the_same_statement_again_confirms_nothing() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(0).await);
    let first = scene.waiting_charge(who, 50_000, "김 입금").await;
    scene.waiting_charge(who, 8_000, "최기타").await;
    let contents = scene.contents();
    let before = contents.hash();
    let preview = matched(&scene, admin, KB).await.expect("it is read");
    assert_eq!(preview.bank, StatementBank::Kb, "by its columns");
    let expected = [(StatementMatch::Sure, vec![first]), (StatementMatch::Unmatched, vec![])];
    assert_eq!(found(&preview), expected, "one is sure, one has no request, and a withdrawal is no deposit");
    assert_eq!(preview.lines[0].row, 5, "with the row of the file");
    let unread: Vec<_> = preview.unread.iter().map(|line| (line.row, line.reason)).collect();
    assert_eq!(unread, [(8, UnreadReason::Day)], "the sum is named as no deposit");
    assert_eq!(contents.hash(), before, "a preview writes nothing");

    scene.advance_minutes(60);
    confirm_charge(scene.call(admin), ConfirmCharge { id: first, amount: 50_000 }).await.expect("it came");
    let again = matched(&scene, admin, KB).await.expect("it is read");
    assert_eq!(found(&again)[0], (StatementMatch::Unmatched, vec![]), "its request has its deposit");
    assert!(again.lines[0].confirmed, "and the page says so");
    let later = scene.waiting_charge(who, 50_000, "김입금").await;
    let once_more = matched(&scene, admin, KB).await.expect("it is read");
    assert_eq!(found(&once_more)[0], (StatementMatch::Doubtful, vec![later]), "an old deposit pays no later request");
    assert_eq!(once_more.lines[0].doubt, Some(StatementDoubt::MaybeConfirmed), "with the reason");
    assert_eq!(scene.points(who), 50_000, "charged once");
}

#[tokio::test]
async fn files_come_in_the_encodings_of_banks_and_spreadsheets() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(0).await);
    let id = scene.waiting_charge(who, 1_000, "김입금").await;
    let text = "거래일시\t거래구분\t거래금액\t내용\n2026.03.11 09:00:00\t일반입금\t1,000\t김입금\n";
    let (cp949, ..) = encoding_rs::EUC_KR.encode(text);
    let with_mark = format!("\u{FEFF}{text}");
    for (bytes, why) in
        [(cp949.as_ref(), "CP949"), (with_mark.as_bytes(), "UTF-8 with a mark"), (text.as_bytes(), "UTF-8")]
    {
        let request = MatchPayments { csv: None, data: Some(STANDARD.encode(bytes)), confirm: false };
        let preview = match_payments(scene.call(admin), request).await.expect("it is read");
        assert_eq!(
            (preview.bank, found(&preview)),
            (StatementBank::Kakao, vec![(StatementMatch::Sure, vec![id])]),
            "{why}"
        );
    }
    let pasted = matched(&scene, admin, &with_mark).await.expect("it is read");
    assert_eq!(found(&pasted), [(StatementMatch::Sure, vec![id])], "pasted from a spreadsheet");
}

#[tokio::test]
async fn a_table_that_is_no_statement_is_refused_with_a_reason() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    for (csv, reason) in [
        ("", "UNKNOWN_COLUMNS"),
        ("name,price\n머그컵,9000\n", "UNKNOWN_COLUMNS"),
        ("거래일시,보낸분/받는분,입금액\n2026.03.10,\"김입금,1\n", "row 2: a quote at a wrong place"),
    ] {
        let details = refused(matched(&scene, admin, csv).await, ErrorCode::InvalidInput, "it is none");
        assert_eq!(details["fields"][0]["reason"], reason, "{csv:?}");
    }
    let long = format!("거래일시,보낸분/받는분,입금액\n{}", "2026.03.10,김입금,1000\n".repeat(5_001));
    let details = refused(matched(&scene, admin, &long).await, ErrorCode::InvalidInput, "it is too long");
    assert_eq!(details["fields"][0]["field"], "csv", "the field is named");
    for request in [
        MatchPayments::default(),
        MatchPayments { csv: Some(KB.to_owned()), data: Some(STANDARD.encode(KB)), confirm: false },
        MatchPayments { csv: None, data: Some("%".to_owned()), confirm: false },
        MatchPayments { csv: None, data: Some(STANDARD.encode([0x80, 0xFF, 0x0A, 0x81])), confirm: false },
    ] {
        let answer = match_payments(scene.call(admin), request).await;
        refused(answer, ErrorCode::InvalidInput, "one readable source is needed");
    }
}
