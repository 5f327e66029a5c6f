//! Which encoding a file is read in, and that damage is never read as another one.

use super::*;

const TABLE: &str = "name,category,price,stock\n무쇠 주물팬,주방,32000,3\n머그컵,주방,9000,5\n";

/// `주방` and so on in CP949, as Korean spreadsheets write it.
const CP949: &[u8] = b"name,category,price,stock\n\
    \xB8\xD3\xB1\xD7\xC4\xC5,\xC1\xD6\xB9\xE6,9000,5\n\xC1\xA2\xBD\xC3,\xC1\xD6\xB9\xE6,7000,1\n";

fn utf16(order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    format!("\u{FEFF}{TABLE}").encode_utf16().flat_map(order).collect()
}

#[tokio::test]
async fn the_preview_tells_the_encoding_and_the_rows_as_they_will_be() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    for (bytes, encoding, name) in [
        (TABLE.as_bytes().to_vec(), CsvEncoding::Utf8, "무쇠 주물팬"),
        (format!("\u{FEFF}{TABLE}").into_bytes(), CsvEncoding::Utf8, "무쇠 주물팬"),
        (utf16(u16::to_le_bytes), CsvEncoding::Utf16, "무쇠 주물팬"),
        (utf16(u16::to_be_bytes), CsvEncoding::Utf16, "무쇠 주물팬"),
        (CP949.to_vec(), CsvEncoding::Cp949, "머그컵"),
    ] {
        let would = tried(&scene, admin, file(&bytes)).await;
        assert_eq!((would.table.encoding, would.fault_count, would.created), (encoding, 0, 2), "{encoding:?}");
        assert_eq!(would.first_rows[0].name, name, "{encoding:?}: as it will be");
        assert_eq!((would.first_rows[0].line, would.first_rows[0].category.as_str()), (2, "주방"), "{encoding:?}");
    }
    let lines: String = (0..25).map(|number| format!("컵 {number},주방,1000,1\n")).collect();
    let would = tried(&scene, admin, text(&format!("name,category,price,stock\n{lines}"))).await;
    assert_eq!((would.created, would.first_rows.len()), (25, 10), "ten rows are shown");
    assert_eq!(scene.count("SELECT count(*) FROM product"), 0, "and nothing is done");
}

#[tokio::test]
async fn a_utf8_table_without_one_byte_is_refused_with_its_line() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let bytes = TABLE.as_bytes();
    let places = (0..bytes.len()).filter(|place| !bytes[*place].is_ascii());
    for place in places {
        let mut damaged = bytes.to_vec();
        damaged.remove(place);
        let line = 1 + bytes[..place].iter().filter(|byte| **byte == b'\n').count();
        let details = refusal(&scene, admin, file(&damaged)).await;
        let fault = &details["faults"][0];
        assert_eq!(
            (fault["reason"].as_str(), fault["line"].as_u64()),
            (Some("BAD_ENCODING"), Some(line as u64)),
            "{place}"
        );
    }
    for (what, bytes) in [
        ("Windows-1252", b"name,category,price\ncaf\xE9,kitchen,100\n".to_vec()),
        ("CP949 cut within a letter", CP949[..CP949.len() - 9].to_vec()),
        ("UTF-16 cut within a letter", utf16(u16::to_le_bytes)[..101].to_vec()),
    ] {
        let details = refusal(&scene, admin, file(&bytes)).await;
        assert_eq!(details["faults"][0]["reason"], "BAD_ENCODING", "{what}");
    }
    assert_eq!(scene.count("SELECT count(*) FROM product"), 0, "nothing was made");
}

#[tokio::test]
async fn text_that_was_lost_before_is_a_fault_of_its_line() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    for (table, expected) in [
        ("name,category,price\n컵,주방,1\n머\u{FFFD}컵,주방,1\n", (3, Some("name"))),
        ("name,category,price\n컵,주\u{FFFD},1\n", (2, Some("category"))),
        ("name,category,price,description\n컵,주방,1,\u{FFFD}\u{FFFD}\n", (2, Some("description"))),
    ] {
        for request in [text(table), file(table.as_bytes())] {
            let would = tried(&scene, admin, request).await;
            assert_eq!(fault(&would.faults), Some((expected.0, expected.1, CsvReason::LostText)), "{table}");
        }
    }
}

#[tokio::test]
async fn a_table_comes_as_text_or_as_a_file_and_never_as_both() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let both = ImportProducts { csv: Some(TABLE.to_owned()), ..file(TABLE.as_bytes()) };
    for request in [both, ImportProducts::default(), ImportProducts { data: Some("?".into()), ..Default::default() }] {
        let details = refusal(&scene, admin, request).await;
        assert!(details["fields"][0]["field"].is_string(), "the field is named: {details}");
    }
}
