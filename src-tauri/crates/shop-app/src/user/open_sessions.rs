//! Sessions opened by the operator, who can read the data folder and needs no password. They appear in each user's list
//! of sessions and end like all others.

use std::sync::Arc;

use shop_domain::limits::DEVICE_MAX;
use shop_domain::user::{Email, UserState, UserType as Kind, presentable};
use shop_store::StoreResult;
use shop_store::user::{UserRow, find_by_email, next};

use super::SessionSecret;
use crate::context::Shop;
use crate::runtime::locks::LockKey;
use crate::runtime::{WriteError, Writing};
use shop_contract::AdminRole;

/// Sessions opened in one transaction, which limits how long other writes wait.
const PIECE: i64 = 500;

/// The users for whom sessions are opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// The user with this e-mail, customer or admin.
    Email(String),
    /// Every customer.
    AllCustomers,
}

/// An opened session. Its secret is discarded, so it lasts only as long as its access tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenedSession {
    /// The user.
    pub user_id: i64,
    /// E-mail.
    pub email: String,
    /// The role of an admin; `None` for a customer.
    pub role: Option<AdminRole>,
    /// The session.
    pub session_id: i64,
}

/// Opens a session for each matching user that is not blocked, in order of registration; none for an unknown e-mail.
pub async fn open_sessions(shop: &Arc<Shop>, who: Who, device: &str) -> Result<Vec<OpenedSession>, WriteError> {
    let device = presentable(device, DEVICE_MAX);
    let mut opened: Vec<OpenedSession> = Vec::new();
    loop {
        let (who, device, after) = (who.clone(), device.clone(), opened.last().map_or(0, |last| last.user_id));
        let maker = Arc::clone(shop);
        let piece = shop.write(LockKey::Shop, move |writing| {
            let users = users(writing, &who, after)?;
            let open = |user| Ok(open(&maker, writing, user, &device)?);
            users.into_iter().map(open).collect::<Result<Vec<_>, _>>()
        });
        let piece = piece.await?;
        let is_last = (piece.len() as i64) < PIECE;
        opened.extend(piece);
        if is_last {
            return Ok(opened);
        }
    }
}

fn users(writing: &Writing<'_>, who: &Who, after: i64) -> StoreResult<Vec<UserRow>> {
    match who {
        Who::AllCustomers => next(writing.tx, Kind::Customer, after, PIECE),
        Who::Email(email) => {
            let Ok(email) = Email::parse(email) else { return Ok(Vec::new()) };
            let found = find_by_email(writing.tx, email.as_str())?;
            Ok(found.filter(|user| user.state == UserState::Normal).into_iter().collect())
        }
    }
}

fn open(shop: &Shop, writing: &Writing<'_>, user: UserRow, device: &str) -> StoreResult<OpenedSession> {
    let secret = SessionSecret::new(shop).fingerprints();
    let session_id = shop_store::session::start(writing.tx, user.id, &secret, device, writing.now)?;
    Ok(OpenedSession { user_id: user.id, email: user.email, role: user.role.map(Into::into), session_id })
}
