//! Matches the deposits of a bank statement with requests for points. A preview: nothing is written, and each confirmation is
//! decided anew.

use std::collections::{HashMap, HashSet};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use shop_domain::charge::{ChargeState, Known, Layout, Line, Match, match_lines};
use shop_store::charge::{find_named, for_matching};
use shop_store::{Db, StoreResult};

use crate::charge::view::admin_charge;
use crate::context::AdminCall;
use crate::spreadsheet::{Bounds, Kind, MARK, Reader, Record, decode, kind, read};
use shop_contract::{
    AdminCharge, MatchCharges, ShopError, StatementLine, StatementMatch, StatementPreview, UnreadLine,
};

/// Rows above the names of the columns, in which banks write the account and the period.
const PREAMBLE: usize = 40;
/// Most rows of a statement.
const MOST_ROWS: usize = 5_000;
/// A workbook takes so many bytes at most when it is unpacked.
const WORKBOOK: Bounds = Bounds { unpacked: 64 * 1024 * 1024 };
/// Rows that could not be read and are named in the answer.
const NAMED: usize = 100;

/// Says of each deposit whether its request is sure, doubtful or not there.
///
/// # Errors
/// `INVALID_INPUT` for a table that cannot be read, without columns of a bank, or with more than 5,000 rows.
pub async fn match_charges(call: AdminCall, request: MatchCharges) -> Result<StatementPreview, ShopError> {
    let zone = call.shop.zone();
    let table = Table::of(&request)?;
    call.read(move |db| Ok(preview(db, table, zone)?)).await
}

/// The deposits of a statement.
struct Table {
    layout: Layout,
    lines: Vec<Line>,
    unread: Vec<UnreadLine>,
}

impl Table {
    fn of(request: &MatchCharges) -> Result<Self, ShopError> {
        match (&request.csv, &request.data) {
            (Some(csv), None) => Self::of_text(csv),
            (None, Some(data)) => {
                let bytes = STANDARD.decode(data).map_err(|_| ShopError::invalid("data", "not base64"))?;
                Self::of_bytes(bytes)
            }
            _ => Err(ShopError::invalid("csv", "either csv or data")),
        }
    }

    fn of_bytes(bytes: Vec<u8>) -> Result<Self, ShopError> {
        match kind(&bytes) {
            Kind::Text => {
                let (text, _) =
                    decode(bytes).map_err(|bad| ShopError::invalid("data", &format!("line {}", bad.line)))?;
                Self::of_text(&text)
            }
            Kind::Xlsx => {
                let workbook = read(&bytes, None, WORKBOOK).map_err(|_| ShopError::invalid("data", "UNREADABLE"))?;
                Self::of_records(&workbook.rows, 0)
            }
            Kind::Other(_) => Err(ShopError::invalid("data", "OTHER_FORMAT")),
        }
    }

    fn of_text(text: &str) -> Result<Self, ShopError> {
        let (skipped, table) = from_names(text).ok_or_else(unknown_columns)?;
        let records: Result<Vec<_>, _> = Reader::new(table).take(MOST_ROWS + 1).collect();
        let records = records.map_err(|(line, _)| {
            let row = line + skipped;
            ShopError::invalid("csv", &format!("row {row}: a quote at a wrong place"))
        })?;
        Self::of_records(&records, skipped)
    }

    fn of_records(records: &[Record<'_>], skipped: i64) -> Result<Self, ShopError> {
        if records.len() > MOST_ROWS {
            return Err(ShopError::invalid("csv", "at most 5,000 rows"));
        }
        let named = records.iter().take(PREAMBLE).enumerate();
        let mut found = named.filter_map(|(place, record)| Some((place, Layout::of(cells(record))?)));
        let (place, layout) = found.next().ok_or_else(unknown_columns)?;
        let (mut lines, mut unread) = (Vec::new(), Vec::new());
        for record in &records[place + 1..] {
            let row = record.line + skipped;
            match layout.read(row, &cells(record)) {
                Ok(Some(line)) => lines.push(line),
                Ok(None) => {}
                Err(fault) => unread.push(UnreadLine { row, reason: fault.into() }),
            }
        }
        Ok(Self { layout, lines, unread })
    }
}

fn unknown_columns() -> ShopError {
    ShopError::invalid("csv", "UNKNOWN_COLUMNS")
}

/// The text from the row with the names of the columns on, and how many rows were before it. Those before it have cells of
/// their own, from which the delimiter cannot be told.
fn from_names(text: &str) -> Option<(i64, &str)> {
    let mut at = 0;
    for (row, line) in text.split_inclusive('\n').take(PREAMBLE).enumerate() {
        let names = line.trim_start_matches(MARK).split([',', '\t', ';']).map(|name| name.trim().trim_matches('"'));
        if Layout::of(names).is_some() {
            return Some((i64::try_from(row).unwrap_or(i64::MAX), &text[at..]));
        }
        at += line.len();
    }
    None
}

fn cells<'a>(record: &'a Record<'_>) -> Vec<&'a str> {
    record.cells.iter().map(AsRef::as_ref).collect()
}

fn preview(db: &Db, table: Table, zone: Tz) -> StoreResult<StatementPreview> {
    let Table { layout, lines, mut unread } = table;
    let first = lines.iter().map(|line| line.day).min();
    // A day more, because the deposit has a day of the shop's zone.
    let since = first.map(|day| day.and_time(chrono::NaiveTime::MIN).and_utc() - TimeDelta::days(1));
    let local = |at: DateTime<Utc>| -> NaiveDateTime { at.with_timezone(&zone).naive_local() };
    let known: Vec<Known> = for_matching(db, since.unwrap_or_default())?
        .into_iter()
        .map(|row| Known {
            id: row.id,
            depositor: row.depositor_name,
            amount: row.amount.get(),
            made_at: local(row.created_at),
            confirmed_at: row.decided_at.filter(|_| row.state == ChargeState::Confirmed).map(local),
        })
        .collect();
    let matches = match_lines(&lines, &known);
    let charges = charges_of(db, &matches)?;
    let unread_count = unread.len() as i64;
    unread.truncate(NAMED);
    let lines = lines.into_iter().zip(matches).map(|(line, found)| view(line, found, &charges)).collect();
    Ok(StatementPreview { bank: layout.bank.into(), lines, unread, unread_count })
}

fn charges_of(db: &Db, matches: &[Match]) -> StoreResult<HashMap<i64, AdminCharge>> {
    let ids: HashSet<i64> = matches.iter().flat_map(ids_of).collect();
    let mut charges = HashMap::new();
    for id in ids {
        charges.extend(find_named(db, id)?.map(|row| (id, admin_charge(row))));
    }
    Ok(charges)
}

fn ids_of(found: &Match) -> Vec<i64> {
    match found {
        Match::Sure(id) => vec![*id],
        Match::Doubtful(_, ids) => ids.clone(),
        Match::Unmatched { .. } => Vec::new(),
    }
}

fn view(line: Line, found: Match, charges: &HashMap<i64, AdminCharge>) -> StatementLine {
    let (kind, doubt, confirmed) = match &found {
        Match::Sure(_) => (StatementMatch::Sure, None, false),
        Match::Doubtful(doubt, _) => (StatementMatch::Doubtful, Some((*doubt).into()), false),
        Match::Unmatched { is_confirmed } => (StatementMatch::Unmatched, None, *is_confirmed),
    };
    StatementLine {
        row: line.row,
        day: line.day.to_string(),
        depositor: line.depositor,
        amount: line.amount,
        found: kind,
        doubt,
        confirmed,
        charges: ids_of(&found).iter().filter_map(|id| charges.get(id).cloned()).collect(),
    }
}
