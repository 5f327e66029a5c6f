//! Extracts the two files that the page `/docs` needs from the archive of Swagger UI, and compresses each with gzip, as it is
//! sent. The rest of the archive stays out of the binary.
//!
//! The pages of the shop are not built here: npm in a build script would need a network, and would run for every `cargo check`.
//! Where they are missing, a warning says how to build them.

#[path = "../../build-scripts/commit.rs"]
mod commit;

use std::error::Error;
use std::fs::File;
use std::io::{Cursor, copy};
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;
use utoipa_swagger_ui_vendored::SWAGGER_UI_VENDORED;
use zip::ZipArchive;

/// The first page, relative to this crate.
const PAGES: &str = "../../../ui/dist/index.html";
const FILES: [&str; 2] = ["swagger-ui-bundle.js", "swagger-ui.css"];

fn main() -> Result<(), Box<dyn Error>> {
    commit::tell();
    // The pages are embedded when the crate is compiled, so it must be compiled again after they are built.
    println!("cargo:rerun-if-changed={PAGES}");
    if !Path::new(PAGES).is_file() {
        println!("cargo:warning=the pages of the shop are not built, so this program will serve the API alone");
        println!("cargo:warning=build both with: cargo xtask run --browser (or: npm ci && npm run build, in ui)");
    }
    let out = std::env::var("OUT_DIR")?;
    let mut archive = ZipArchive::new(Cursor::new(SWAGGER_UI_VENDORED))?;
    for file in FILES {
        let index = find(&archive, file).ok_or(file)?;
        let packed = File::create(Path::new(&out).join(format!("{file}.gz")))?;
        let mut packed = GzEncoder::new(packed, Compression::best());
        copy(&mut archive.by_index(index)?, &mut packed)?;
        packed.finish()?;
    }
    Ok(())
}

/// The index of the file in the archive, whose top folder is named after the version.
fn find<R: std::io::Read + std::io::Seek>(archive: &ZipArchive<R>, file: &str) -> Option<usize> {
    let ending = format!("/dist/{file}");
    (0..archive.len())
        .find(|index| archive.name_for_index(*index).is_some_and(|name| name.is_ok_and(|name| name.ends_with(&ending))))
}
