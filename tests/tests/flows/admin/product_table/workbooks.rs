//! Tables as workbooks: out and in again, as spreadsheets write them, and nothing else under their name.

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use super::*;

async fn exported_as_workbook(scene: &Scene, admin: Principal, language: Option<Language>) -> Vec<u8> {
    let request = ExportProducts { language, format: Some(TableFormat::Xlsx), ..ExportProducts::default() };
    let part = export_products(scene.call(admin), request).await.expect("a workbook");
    assert_eq!((part.csv.as_str(), part.next_cursor), ("", None), "it comes whole");
    STANDARD.decode(part.data.expect("a file")).expect("base64")
}

/// A sheet with these rows.
fn workbook(rows: &[&[&str]]) -> Vec<u8> {
    let mut file = Workbook::new();
    let sheet = file.add_worksheet();
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(*cells) {
            sheet.write(row, column, *text).expect("a cell");
        }
    }
    file.save_to_buffer().expect("a file")
}

#[tokio::test]
async fn a_workbook_comes_back_unchanged() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    for number in 0..120 {
        scene.product(1_000 + number, 5).await;
    }
    scene.product_with_options(None, 4).await;
    for (id, name) in [(1, "=1+1"), (2, "2026"), (3, "''=x"), (4, "007")] {
        scene.sql(&format!("UPDATE product SET name = '{name}' WHERE id = {id}"));
    }
    for language in [None, Some(Language::Ko), Some(Language::En)] {
        let bytes = exported_as_workbook(&scene, admin, language).await;
        let would = tried(&scene, admin, ImportProducts { set_stock: Some(true), ..file(&bytes) }).await;
        assert_eq!(
            (would.fault_count, would.updated, would.unchanged),
            (0, 0, 121),
            "{language:?}: {:?}",
            would.changes
        );
        assert_eq!((would.table.format, would.table.sheet.as_deref()), (TableFormat::Xlsx, Some("Sheet1")));
    }
}

#[tokio::test]
async fn numbers_times_and_formulas_are_read_as_they_are_seen() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let names = ["상품명", "카테고리", "판매가", "재고", "할인율", "할인 시작 일시", "할인 종료 일시"];
    for (column, name) in (0..).zip(names) {
        sheet.write(0, column, name).expect("a cell");
    }
    let time = Format::new().set_num_format("yyyy-mm-dd hh:mm");
    let at = |day, hour| ExcelDateTime::from_ymd(2026, 3, day).and_then(|at| at.and_hms(hour, 30, 0)).expect("a time");
    sheet.write(1, 0, "컵").expect("a cell").write(1, 1, "kitchen").expect("a cell");
    sheet.write(1, 2, Formula::new("9000*2").set_result("18000")).expect("a cell");
    sheet.write(1, 3, 7.0).expect("a cell").write(1, 4, 10).expect("a cell");
    sheet.write_with_format(1, 5, at(5, 14), &time).expect("a cell");
    sheet.write_with_format(1, 6, at(6, 0), &time).expect("a cell");
    let would = tried(&scene, admin, file(&book.save_to_buffer().expect("a file"))).await;
    let row = would.first_rows.first().expect("a product");
    assert_eq!((row.price, row.stock, would.fault_count), (18_000, 7, 0), "a formula by its result");
    let sale = row.sale.expect("a sale");
    let expected = ["2026-03-05T05:30:00+00:00", "2026-03-05T15:30:00+00:00"];
    assert_eq!([sale.begins_at.to_rfc3339(), sale.ends_at.to_rfc3339()], expected, "times of the shop's zone");
}

#[tokio::test]
async fn errors_in_cells_and_lines_are_told_by_their_row() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, name) in (0..).zip(["name", "category", "price"]) {
        sheet.write(0, column, name).expect("a cell");
        sheet.write(6, column, if column == 2 { "싸요" } else { "글" }).expect("a cell");
    }
    sheet.write(3, 0, "컵").expect("a cell").write(3, 1, "kitchen").expect("a cell");
    sheet.write(3, 2, Formula::new("1/0").set_result("#DIV/0!")).expect("a cell");
    let would = tried(&scene, admin, file(&book.save_to_buffer().expect("a file"))).await;
    let told: Vec<_> = would.faults.iter().map(|fault| (fault.line, fault.column.as_deref(), fault.reason)).collect();
    assert_eq!(told, [(4, Some("price"), CsvReason::CellError), (7, Some("price"), CsvReason::NotANumber)]);
}

#[tokio::test]
async fn the_sheet_asked_for_is_taken() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let mut book = Workbook::new();
    book.add_worksheet().set_name("안내").expect("a name").write(0, 0, "읽어 주세요").expect("a cell");
    let sheet = book.add_worksheet().set_name("상품").expect("a name");
    for (column, (name, cell)) in (0..).zip([("상품명", "컵"), ("카테고리", "kitchen"), ("판매가", "1000")])
    {
        sheet.write(0, column, name).expect("a cell").write(1, column, cell).expect("a cell");
    }
    let bytes = book.save_to_buffer().expect("a file");
    let first = refusal(&scene, admin, file(&bytes)).await;
    assert_eq!(first["faults"][0]["reason"], "UNKNOWN_COLUMN", "the first sheet is no table");
    let asked = ImportProducts { sheet: Some(String::from("상품")), ..file(&bytes) };
    let would = tried(&scene, admin, asked).await;
    assert_eq!((would.created, would.table.sheets), (1, vec![String::from("안내"), String::from("상품")]));
    let other = ImportProducts { sheet: Some(String::from("없음")), ..file(&bytes) };
    assert_eq!(refusal(&scene, admin, other).await["faults"][0]["reason"], "NO_SUCH_SHEET");
}

#[tokio::test]
async fn other_files_are_refused_by_name() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let old = [&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], [0_u8; 600].as_slice()].concat();
    let details = refusal(&scene, admin, file(&old)).await;
    let fault = &details["faults"][0];
    assert_eq!((&fault["reason"], &fault["column"]), (&"OTHER_WORKBOOK".into(), &"XLS".into()));
    let damaged = workbook(&[&["name", "category", "price"], &["컵", "kitchen", "1"]]);
    let details = refusal(&scene, admin, file(&damaged[..damaged.len() - 300])).await;
    assert_eq!(details["faults"][0]["reason"], "DAMAGED_WORKBOOK");
}
