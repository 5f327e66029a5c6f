//! Copies for the operator, who has no window but the folder: `jangteo backup` and `jangteo restore`.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use chrono_tz::Asia::Seoul;
use serde::Serialize;
use serde_json::json;
use shop_store::backup::{bring_up, copy_file, is_damaged};
use shop_store::{StoreError, Stored};

use super::copy::{copy_shop, examine};
use super::label::Label;
use super::name::Name;
use super::pictures::bring;
use super::restore::{label_aside, make_ready, stage, written_at};
use super::shelf::Shelf;
use crate::audit;
use crate::contract::{AuditTarget, Backup, BackupContents, BackupKind, BackupState};
use crate::runtime::{DataFolder, Shop, WriteError, private_file, sync_folder};

/// A copy outside of the shop's folder.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CopiedOut {
    /// The copy.
    pub file: PathBuf,
    /// The pictures that belong to it; they have to stay beside it.
    pub pictures: PathBuf,
    /// What is known of it.
    pub state: BackupState,
    /// What is wrong with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fault: Option<String>,
    /// What is in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contents: Option<BackupContents>,
}

/// What came of going back to a copy.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WentBack {
    /// The copy.
    pub file: PathBuf,
    /// The copy of what was there until now.
    pub kept_aside: String,
    /// Orders that are in that copy alone now.
    pub orders_lost: i64,
}

/// Copies the shop of a data folder into the folder's own collection, also while a program has it open; blocks.
///
/// # Errors
/// Where no whole copy could be made.
pub fn make(folder: &Path, now: DateTime<Utc>) -> Stored<Backup> {
    let turn = Shelf::in_folder(folder).turn()?;
    copy_shop(folder, &turn, BackupKind::Manual, (now, Seoul), &mut |_, _| {})
}

/// Asks a copy of the shop's file that is brought up to today's schema and goes again afterwards; blocks.
///
/// # Errors
/// Whatever `ask` says; [`StoreError::Newer`]; what SQLite or the system refuses, as on a full disk.
pub(crate) fn ask_brought_up<T>(folder: &Path, ask: impl FnOnce(&Path) -> Stored<T>) -> Stored<T> {
    let shelf = Shelf::in_folder(folder);
    let turn = shelf.turn()?;
    let copy = shelf.draft(&turn, "brought-up")?;
    copy_file(&Shop::file_in(folder), &copy, |_| {})?;
    bring_up(&copy)?;
    ask(&copy)
}

/// Copies it into a file of one's own, with the pictures in a folder `images` beside it; blocks.
///
/// # Errors
/// Where the file is there already, or no whole copy could be made.
pub fn copy_out(folder: &Path, to: &Path, now: DateTime<Utc>) -> Stored<CopiedOut> {
    let beside = to.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if to.exists() {
        return Err(StoreError::Unfit(format!("{} is there already", to.display())));
    }
    let draft = with_end(to, ".draft");
    private_file().create(true).truncate(true).open(&draft)?;
    copy_file(&Shop::file_in(folder), &draft, |_| {})?;
    let pictures = beside.join("images");
    bring(&DataFolder::pictures_in(folder), &pictures)?;
    let Label { state, fault, contents, .. } = Label::of(&examine(&draft, Seoul, &mut |_, _| {})?, now);
    fs::rename(&draft, to)?;
    sync_folder(beside)?;
    Ok(CopiedOut { file: to.to_owned(), pictures, state, fault, contents })
}

/// Where the shop's own file is damaged, moves it out of the way with all that SQLite keeps beside it, so that a copy can
/// take its place: nothing can be read from it that a restore would carry over. Says where it lies now; `None` where it is
/// sound. Only for one who holds the folder's lock and has not opened the shop.
///
/// # Errors
/// What is wrong with the copy at `from`; the file is left where it is then. Whatever the system refuses.
pub fn set_damaged_aside(folder: &DataFolder, from: &str, now: DateTime<Utc>) -> Stored<Option<PathBuf>> {
    let file = Shop::file_in(folder.path());
    if !is_damaged(&file)? {
        return Ok(None);
    }
    let shelf = Shelf::in_folder(folder.path());
    let turn = shelf.turn()?;
    stage(&shelf, &turn, &find(&shelf, from).0, Seoul, &mut |_, _| {})?;
    let aside = shelf.folder().join(format!("damaged-{}.db", now.format("%Y%m%dT%H%M%S%3fZ")));
    for end in ["-wal", "-shm", ""] {
        match fs::rename(with_end(&file, end), with_end(&aside, end)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    sync_folder(folder.path())?;
    DataFolder::open(Some(folder.path().to_owned())).map_err(|error| StoreError::Unfit(error.to_string()))?;
    Ok(Some(aside))
}

fn with_end(file: &Path, end: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(end);
    name.into()
}

/// The file that is meant: one of the shelf by its name, else any by its path.
fn find(shelf: &Shelf, from: &str) -> (PathBuf, Option<Name>) {
    let name = Name::parse(from).filter(|name| shelf.find(*name).is_some());
    (name.map_or_else(|| PathBuf::from(from), |name| shelf.path(name)), name)
}

/// Puts a copy in the place of the shop: one of the folder's own by its name, or any other by its path.
///
/// # Errors
/// What is wrong with the copy; as any write.
pub async fn restore_from(shop: &Arc<Shop>, from: &str) -> Result<WentBack, WriteError> {
    let shelf = Shelf::of(shop);
    let (file, name) = find(&shelf, from);
    let failed = |error: StoreError| WriteError::Failed(error.to_string());
    let turn = shelf.turn().map_err(|error| failed(error.into()))?;
    let made_at = name.map_or_else(|| written_at(&file), |name| Ok(name.made_at)).map_err(failed)?;
    let incoming = make_ready(shop, &turn, &file, &mut |_, _| {}).map_err(failed)?;
    let (owner, replacement, source) = (Arc::clone(shop), incoming.replacement(), file.display().to_string());
    let done = shop
        .replace(shop.era(), replacement, move |writing| {
            let done = incoming.settle(&owner, writing, made_at)?;
            let after = json!({"restored": source, "keptAside": done.kept_aside.to_string()});
            audit::record_by(writing, None, "restore_backup", (AuditTarget::Shop, 0), &(), &after)?;
            Ok(done)
        })
        .await?;
    label_aside(shop, done.kept_aside);
    Ok(WentBack { file, kept_aside: done.kept_aside.to_string(), orders_lost: done.orders_lost })
}
