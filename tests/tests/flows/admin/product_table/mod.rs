//! Tables of products as users really have them: in other encodings, with damaged bytes and quotes, with numbers as
//! spreadsheets write them, edited exports, and the exports of other shops.

mod changes;
mod columns;
mod encodings;
mod mutations;
mod numbers;
mod options;
mod presets;
mod quotes;
mod stock;
mod words;
mod workbooks;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use shop_app::catalog::{export_products, import_products};
use shop_app::runtime::Principal;
use shop_contract::*;

use crate::scene::{Scene, refused};

/// A table as text.
fn text(csv: &str) -> ImportProducts {
    ImportProducts { csv: Some(csv.to_owned()), ..ImportProducts::default() }
}

/// A table as the bytes of its file.
fn file(bytes: &[u8]) -> ImportProducts {
    ImportProducts { data: Some(STANDARD.encode(bytes)), ..ImportProducts::default() }
}

/// What a table would do.
async fn tried(scene: &Scene, admin: Principal, request: ImportProducts) -> ImportedProducts {
    let request = ImportProducts { dry_run: Some(true), ..request };
    import_products(scene.call(admin), request).await.expect("the table can be read")
}

/// What a table did.
async fn done(scene: &Scene, admin: Principal, request: ImportProducts) -> ImportedProducts {
    import_products(scene.call(admin), request).await.expect("the table is good")
}

/// The details of the refusal of a table.
async fn refusal(scene: &Scene, admin: Principal, request: ImportProducts) -> Value {
    refused(import_products(scene.call(admin), request).await, ErrorCode::InvalidInput, "the table is not right")
}

/// The first fault: its line, its column and what is wrong.
fn fault(faults: &[CsvFault]) -> Option<(i64, Option<&str>, CsvReason)> {
    faults.first().map(|fault| (fault.line, fault.column.as_deref(), fault.reason))
}

async fn exported(scene: &Scene, admin: Principal) -> String {
    export_products(scene.call(admin), ExportProducts::default()).await.expect("a part").csv
}
