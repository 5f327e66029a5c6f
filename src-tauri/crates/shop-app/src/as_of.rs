//! What a thing was at an instant, for the operations of stock, points, coupons and orders: the instant of the question,
//! and the answer for a figure with its changes.

use chrono::{DateTime, Utc};
use shop_domain::as_of::{Change, Figure as Sum, Reconciled, figure, reconcile};
use shop_domain::point::TransactionType;
use shop_domain::stock::MovementType;
use shop_store::as_of::{Entry, EntryKind, Figure, Origin};
use shop_store::{Db, to_millis};

use crate::context::AdminCall;
use crate::runtime::WorkError;
use shop_contract::{AsOf, Cause, CauseKind, RecordCheck, ShopError};

/// Causes in an answer that does not say how many.
const DEFAULT_LIMIT: i64 = 20;
/// Most causes in an answer.
const MAX_LIMIT: i64 = 100;
/// Most changes that are added up for one answer.
const MOST_SUMMED: i64 = 20_000;

/// The instant that is asked for, and how many causes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Question {
    instant: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
    /// Most causes.
    pub limit: usize,
}

impl Question {
    /// # Errors
    /// `INVALID_INPUT` for a limit that is not 1 to 100.
    pub(crate) fn new(call: &AdminCall, instant: Option<DateTime<Utc>>, limit: Option<i64>) -> Result<Self, ShopError> {
        let limit = limit.unwrap_or(DEFAULT_LIMIT);
        let in_range = Some(limit).filter(|limit| (1..=MAX_LIMIT).contains(limit));
        let limit = in_range.and_then(|limit| usize::try_from(limit).ok());
        let limit = limit.ok_or_else(|| ShopError::invalid("limit", "1 to 100"))?;
        Ok(Self { instant: instant.map(to_millis), now: to_millis(call.now()), limit })
    }

    /// Rows to fetch: one more than are answered, to see whether there are more.
    pub(crate) fn fetch(&self) -> i64 {
        i64::try_from(self.limit).unwrap_or(MAX_LIMIT) + 1
    }

    /// The instant to answer for, and the latest one: now, or the last change where that is dated after now because the
    /// clock was wrong.
    ///
    /// # Errors
    /// `INVALID_INPUT` for an instant after the latest one.
    pub(crate) fn instants(&self, last_at: DateTime<Utc>) -> Result<(DateTime<Utc>, DateTime<Utc>), ShopError> {
        let latest = self.now.max(last_at);
        let instant = self.instant.unwrap_or(latest);
        if instant > latest { Err(ShopError::invalid("instant", "not after now")) } else { Ok((instant, latest)) }
    }
}

/// A cause of a kind, without anything else known of it.
pub(crate) fn cause(at: DateTime<Utc>, kind: CauseKind) -> Cause {
    Cause {
        at,
        kind,
        change: None,
        after: None,
        actor_id: None,
        actor_name: None,
        order_id: None,
        order_number: None,
        reason: None,
        fields: None,
    }
}

/// Converts the result of a comparison of the rows with what is stored.
pub(crate) fn check(reconciled: Reconciled) -> RecordCheck {
    match reconciled {
        Reconciled::Matches => RecordCheck::Matches,
        Reconciled::Differs => RecordCheck::Differs,
        Reconciled::NotChecked => RecordCheck::NotChecked,
    }
}

/// The value of a figure as of the instant of the question, and its causes; `None` for the value before it came to be.
/// `Ok(None)` if there is no such figure.
pub(crate) fn figure_as_of(db: &Db, of: Figure, question: Question) -> Result<Option<(Option<i64>, AsOf)>, WorkError> {
    let Some(origin) = of.origin(db)? else { return Ok(None) };
    let last = of.before(db, i64::MAX, 1)?.pop();
    let last_at = last.as_ref().map_or(origin.created_at, |last| last.at.max(origin.created_at));
    let (instant, latest_at) = question.instants(last_at)?;
    // Without a cut for the latest instant: a row that the clock dated wrong counts as well.
    let end = if instant == latest_at { i64::MAX } else { of.id_after(db, instant)? };
    let exists = instant >= origin.created_at;
    let mut entries = if exists { of.before(db, end, question.fetch())? } else { Vec::new() };
    let has_earlier = entries.len() > question.limit;
    entries.truncate(question.limit);
    let before = entries.last().filter(|_| has_earlier).map(|oldest| oldest.after - oldest.change);
    let changes = entries.iter().rev().map(|entry| Change { change: entry.change, after: entry.after });
    let Sum { value, is_consistent } = figure(before.unwrap_or(origin.first), changes);
    let next_at = if exists { of.first_from(db, end)?.map(|(_, at)| at) } else { Some(origin.created_at) };
    let summed = of.sum(db, MOST_SUMMED)?.map(|sum| origin.first + sum);
    let as_of = AsOf {
        instant,
        first_at: origin.created_at,
        last_at,
        latest_at,
        previous_at: previous(db, of, &entries, origin, instant)?,
        next_at: next_at.filter(|at| *at > instant),
        causes: causes(entries, exists && !has_earlier, origin),
        has_earlier,
        earlier_value: before,
        check: check(reconcile(summed, origin.stored, is_consistent)),
    };
    Ok(Some((exists.then_some(value), as_of)))
}

/// The last change before the instant; changes at the instant itself are skipped.
fn previous(
    db: &Db,
    of: Figure,
    entries: &[Entry],
    origin: Origin,
    instant: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>, WorkError> {
    let mut earlier = entries.iter().map(|entry| entry.at).find(|at| *at < instant);
    if earlier.is_none() && !entries.is_empty() {
        let end = of.id_after(db, instant - chrono::TimeDelta::milliseconds(1))?;
        earlier = of.before(db, end, 1)?.pop().map(|entry| entry.at).filter(|at| *at < instant);
    }
    Ok(earlier.or_else(|| Some(origin.created_at).filter(|at| *at < instant)))
}

fn causes(entries: Vec<Entry>, is_with_origin: bool, origin: Origin) -> Vec<Cause> {
    let mut causes: Vec<Cause> = entries.into_iter().map(view).collect();
    if is_with_origin {
        let created = cause(origin.created_at, CauseKind::Created);
        causes.push(Cause { change: Some(origin.first), after: Some(origin.first), ..created });
    }
    causes
}

fn view(entry: Entry) -> Cause {
    let (order_id, order_number) = entry.order.unzip();
    Cause {
        change: Some(entry.change),
        after: Some(entry.after),
        actor_id: entry.actor_id,
        actor_name: entry.actor_name,
        order_id,
        order_number,
        reason: entry.reason,
        ..cause(entry.at, kind(entry.kind))
    }
}

fn kind(kind: EntryKind) -> CauseKind {
    match kind {
        EntryKind::Stock(MovementType::Sale) => CauseKind::Sale,
        EntryKind::Stock(MovementType::Restore) => CauseKind::Restore,
        EntryKind::Stock(MovementType::Increase) => CauseKind::Increase,
        EntryKind::Stock(MovementType::Decrease) => CauseKind::Decrease,
        EntryKind::Stock(MovementType::Set) => CauseKind::Set,
        EntryKind::Points(TransactionType::Charge) => CauseKind::Charge,
        EntryKind::Points(TransactionType::Payment) => CauseKind::Payment,
        EntryKind::Points(TransactionType::Refund) => CauseKind::Refund,
        EntryKind::Points(TransactionType::Adjust) => CauseKind::Adjust,
    }
}
