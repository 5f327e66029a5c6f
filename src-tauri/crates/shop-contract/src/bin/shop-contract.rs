//! Prints the contract for other languages: `shop-contract openapi` or `shop-contract operations`.
#![expect(clippy::print_stdout, reason = "printing is what this program is for")]

use std::process::ExitCode;

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("openapi") => println!("{:#}", shop_contract::schema_document()),
        Some("operations") => print!("{}", shop_contract::operations_typescript()),
        _ => return ExitCode::FAILURE,
    }
    ExitCode::SUCCESS
}
