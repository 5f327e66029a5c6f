//! Files over HTTP: pictures and tables as they are, tables as one file; and how long they may be.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use shop_contract::ErrorCode;

use crate::http::Site;
use crate::rows::PICTURE;

/// The longest file, in bytes.
const LONGEST: usize = 5 * 1024 * 1024;

#[tokio::test]
async fn a_picture_can_be_the_body_itself() {
    let site = Site::open().await;
    let admin = site.admin().await;
    let product = site.scene.product(1_000, 1).await;
    let path = format!("/v1/admin/products/{product}/image");
    let picture = STANDARD.decode(PICTURE).expect("base64");
    let send = |kind: &str, bytes: Vec<u8>| site.ask("POST", &path).file(kind, bytes);
    let shown = send("image/png", picture.clone()).by(&admin).send().await.is(200, "a PNG");
    let url = shown["imageUrl"].as_str().expect("it has a picture").to_owned();
    assert_eq!(site.get(&url).send().await.header("content-type"), Some("image/png"), "as what it is");
    let in_disguise = send("image/webp", picture.clone()).by(&admin).send().await;
    assert_eq!(in_disguise.is(200, "what it is called does not count")["imageUrl"], url, "what is in it does");
    let mut large = picture.clone();
    large.resize(LONGEST, 0);
    send("image/png", large.clone()).by(&admin).send().await.is(200, "five MiB");
    large.push(0);
    send("image/png", large.clone()).by(&admin).send().await.refused(ErrorCode::PayloadTooLarge, "and one byte");
    send("image/svg+xml", b"<svg/>".to_vec()).by(&admin).send().await.refused(ErrorCode::InvalidInput, "no SVG");
    let customer = site.customer(0).await;
    send("image/png", picture).by(&customer).send().await.refused(ErrorCode::Forbidden, "admins alone");
    send("image/png", large).send().await.refused(ErrorCode::Unauthorized, "the caller is checked before the content");
}

#[tokio::test]
async fn a_table_comes_and_goes_as_a_file() {
    let site = Site::open().await;
    let admin = site.admin().await;
    let table: String = (0..250).map(|number| format!("컵 {number},kitchen,{number},1\n")).collect();
    let table = format!("name,category,price,stock\n{table}");
    let send = |path: &str| site.ask("POST", path).file("text/csv", table.clone().into_bytes()).by(&admin);
    let would = send("/v1/admin/products/import?dryRun=true").send().await.is(200, "a dry run");
    assert_eq!((would["done"].as_bool(), would["created"].as_i64()), (Some(false), Some(250)), "what it would do");
    let done = send("/v1/admin/products/import").send().await.is(200, "for good");
    assert_eq!(done["done"], true, "it is done");
    let part = site.get("/v1/admin/products/export").by(&admin).send().await.is(200, "a part");
    assert!(part["nextCursor"].is_string(), "as JSON it comes in parts");
    let whole = site.get("/v1/admin/products/export").with("Accept", "text/csv").by(&admin).send().await;
    assert_eq!(whole.header("content-type"), Some("text/csv; charset=utf-8"), "or as a file");
    let text = whole.body.as_str().expect("a text").to_owned();
    assert_eq!(text.lines().count(), 251, "which is whole");
    let again =
        site.ask("POST", "/v1/admin/products/import").file("text/csv", text.into_bytes()).by(&admin).send().await;
    assert_eq!(again.is(200, "and comes back in")["unchanged"], 250, "line by line");
    let refused = site.get("/v1/admin/products/export").with("Accept", "text/csv").send().await;
    refused.refused(ErrorCode::Unauthorized, "for nobody");
}

#[tokio::test]
async fn a_table_comes_and_goes_as_a_workbook() {
    const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let site = Site::open().await;
    let admin = site.admin().await;
    site.scene.product(1_000, 5).await;
    let workbook = async |path: &str| {
        let mut answer = site.get(path).with("Accept", XLSX).by(&admin).open().await;
        let header = |name: &str| answer.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        assert_eq!(header("content-type").as_deref(), Some(XLSX), "{path}");
        assert!(header("content-disposition").is_some_and(|name| name.ends_with(".xlsx\"")), "{path} is to be saved");
        let mut bytes = Vec::new();
        while let Some(chunk) = answer.chunk().await.expect("it goes on") {
            bytes.extend_from_slice(&chunk);
        }
        assert!(bytes.starts_with(b"PK"), "{path} is a workbook");
        bytes
    };
    let file = workbook("/v1/admin/products/export?language=ko").await;
    let path = "/v1/admin/products/import?dryRun=true";
    let send = |kind: &str, bytes: &[u8]| site.ask("POST", path).file(kind, bytes.to_vec()).by(&admin);
    let would = send(XLSX, &file).send().await.is(200, "it comes back in");
    assert_eq!((&would["unchanged"], &would["table"]["format"]), (&1.into(), &"XLSX".into()), "as it was");
    let disguised = send("text/csv", &file).send().await.is(200, "what it is called does not count");
    assert_eq!(disguised["table"]["format"], "XLSX", "what is in it does");
    let half = send(XLSX, &file[..file.len() / 2]).send().await;
    let half = half.refused(ErrorCode::InvalidInput, "half a file");
    assert_eq!(half["faults"][0]["reason"], "DAMAGED_WORKBOOK");
    workbook("/v1/admin/orders/export").await;
    workbook("/v1/admin/statistics/sales").await;
    let part = site.get("/v1/admin/orders/export?format=XLSX").by(&admin).send().await.is(200, "in JSON too");
    assert!(part["data"].is_string() && part["csv"] == "", "as the window takes it");
    let cursor = site.get("/v1/admin/products/export?format=XLSX&cursor=e30").by(&admin).send().await;
    cursor.refused(ErrorCode::InvalidInput, "a workbook comes whole");
}

#[tokio::test]
async fn a_table_is_read_in_the_encoding_that_its_bytes_have() {
    let site = Site::open().await;
    let admin = site.admin().await;
    let path = "/v1/admin/products/import?dryRun=true&setStock=true";
    let send = |bytes: &[u8]| site.ask("POST", path).file("text/csv", bytes.to_vec()).by(&admin);
    let table = "name,category,price\n머그컵,주방,9000\n";
    let cp949 = b"name,category,price\n\xB8\xD3\xB1\xD7\xC4\xC5,\xC1\xD6\xB9\xE6,9000\n";
    let utf16: Vec<u8> = format!("\u{FEFF}{table}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (bytes, encoding) in [(table.as_bytes(), "UTF-8"), (cp949, "CP949"), (utf16.as_slice(), "UTF-16")] {
        let would = send(bytes).send().await.is(200, encoding);
        assert_eq!((&would["table"]["encoding"], &would["firstRows"][0]["name"]), (&encoding.into(), &"머그컵".into()));
        let body = serde_json::json!({"data": STANDARD.encode(bytes), "dryRun": true});
        let wrapped = site.ask("POST", "/v1/admin/products/import").json(&body).by(&admin).send().await;
        assert_eq!(wrapped.is(200, "the same in JSON")["table"], would["table"], "{encoding}");
    }
    let damaged = &table.as_bytes()[..table.len() - 8];
    let refused = send(damaged).send().await.refused(ErrorCode::InvalidInput, "half a letter");
    assert_eq!((&refused["faults"][0]["reason"], &refused["faults"][0]["line"]), (&"BAD_ENCODING".into(), &2.into()));
}
