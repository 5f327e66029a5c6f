//! Approves or rejects a return, and records that its goods came. No money moves.

use serde::Serialize;
use serde_json::json;
use shop_domain::limits::REASON;
use shop_domain::refund::{ReturnEvent, next_return};
use shop_domain::user::parse_text;
use shop_store::Db;
use shop_store::returns::{ReturnStep, find, find_named, step};

use crate::audit;
use crate::context::AdminCall;
use crate::returns::view::admin_return;
use crate::runtime::locks::LockKey;
use crate::runtime::{Principal, WorkError, Writing};
use shop_contract::{
    AdminReturn, AuditTarget, Conflict, ErrorCode, ErrorDetails, Facts, MoveReturn, RejectReturn, ReturnConflict,
    ShopError, ShopEvent, operation,
};

/// Approves a return: the shop takes the goods back.
///
/// # Errors
/// `INVALID_INPUT` for the words; `NOT_FOUND`; `CONFLICT` with its state for one that does not await this; as any write.
pub async fn approve_return(call: AdminCall, request: MoveReturn) -> Result<AdminReturn, ShopError> {
    let (id, note) = (request.id, parse_note(request.note.as_deref())?);
    go(call, operation::approve_return.facts(), &request, Move { id, event: ReturnEvent::Approve, note }).await
}

/// Records that the goods of an approved return came.
///
/// # Errors
/// As [`approve_return`].
pub async fn receive_return(call: AdminCall, request: MoveReturn) -> Result<AdminReturn, ShopError> {
    let (id, note) = (request.id, parse_note(request.note.as_deref())?);
    go(call, operation::receive_return.facts(), &request, Move { id, event: ReturnEvent::Receive, note }).await
}

/// Rejects a return, with words for its customer.
///
/// # Errors
/// As [`approve_return`].
pub async fn reject_return(call: AdminCall, request: RejectReturn) -> Result<AdminReturn, ShopError> {
    let (id, note) = (request.id, parse_note(Some(&request.note))?);
    go(call, operation::reject_return.facts(), &request, Move { id, event: ReturnEvent::Reject, note }).await
}

/// What becomes of a return.
struct Move {
    id: i64,
    event: ReturnEvent,
    note: Option<String>,
}

async fn go<Req: Serialize>(
    call: AdminCall,
    operation: &'static Facts,
    request: &Req,
    wanted: Move,
) -> Result<AdminReturn, ShopError> {
    let (actor, id) = (call.admin(), wanted.id);
    let found = call.read(move |db| Ok(find(db, id)?)).await?;
    // A return never changes its order.
    let order = LockKey::Order(found.ok_or(ErrorCode::NotFound)?.order_id);
    call.write(operation, request, order, move |writing| carry_out(writing, actor, operation, &wanted)).await
}

fn carry_out(
    writing: &mut Writing<'_>,
    actor: Principal,
    operation: &'static Facts,
    wanted: &Move,
) -> Result<AdminReturn, WorkError> {
    let (tx, now, id) = (writing.tx, writing.now, wanted.id);
    let row = find(tx, id)?.ok_or(ErrorCode::NotFound)?;
    let to = next_return(row.state, wanted.event).map_err(|state| {
        let (reason, state) = (ReturnConflict::OtherReturnState, Some(state.into()));
        ShopError::from(ErrorDetails::Conflict(Conflict::Return { reason, state }))
    })?;
    let note = wanted.note.as_deref();
    step(tx, ReturnStep { id, from: row.state, to, note, refund_id: None, actor_id: actor.user_id }, now)?;
    let before = json!({"returnState": row.state.as_str()});
    let mut after = json!({"returnId": id, "returnState": to.as_str()});
    if note.is_some() {
        after["note"] = json!(note);
    }
    audit::record(writing, actor, operation, (AuditTarget::Order, row.order_id), &before, &after)?;
    let event = ShopEvent::Return { return_id: id, order_id: row.order_id, state: to.into() };
    writing.effects.tell_with_admins(row.user_id, event);
    current(writing.tx, id)
}

/// The return as it is now.
fn current(db: &Db, id: i64) -> Result<AdminReturn, WorkError> {
    Ok(find_named(db, id)?.map(admin_return).ok_or(ErrorCode::NotFound)?)
}

fn parse_note(text: Option<&str>) -> Result<Option<String>, ShopError> {
    let note = text.map(|text| parse_text(text, REASON)).transpose();
    note.map_err(|fault| ShopError::invalid("note", &format!("{fault}: 1 to 200 characters")))
}
