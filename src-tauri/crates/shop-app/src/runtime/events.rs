//! What a use case has done that others should hear of, and the way it reaches them. Nothing is told before the commit.

use chrono::NaiveDate;
use tokio::sync::broadcast;

use super::Identity;
use shop_contract::{ShopEvent, UserType};

/// Events that a slow listener may be behind before it misses some.
const BACKLOG: usize = 4_096;

/// Who may hear an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Everybody.
    All,
    /// One person.
    User(i64),
    /// One person, and every admin.
    UserAndAdmins(i64),
    /// Every admin.
    Admins,
}

impl Audience {
    /// Whether somebody belongs to it.
    #[must_use]
    pub fn includes(self, who: Identity) -> bool {
        let is_admin = who.kind == UserType::Admin;
        match self {
            Self::All => true,
            Self::User(user_id) => who.user_id == user_id,
            Self::UserAndAdmins(user_id) => is_admin || who.user_id == user_id,
            Self::Admins => is_admin,
        }
    }
}

/// An event and who may hear it.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// Who may hear it.
    pub audience: Audience,
    /// What happened.
    pub event: ShopEvent,
}

/// Units sold, or with a minus sign given back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sold {
    /// Business day of the sale.
    pub day: NaiveDate,
    /// The product.
    pub product_id: i64,
    /// Units, signed.
    pub quantity: i64,
    /// Won, signed.
    pub amount: i64,
}

/// What follows from a write once it is committed. A write that is refused or lost has none.
#[derive(Debug, Default)]
pub struct Effects {
    pub(crate) notices: Vec<Notice>,
    pub(crate) sold: Vec<Sold>,
}

impl Effects {
    /// Tells everybody.
    pub fn tell_all(&mut self, event: ShopEvent) {
        self.notices.push(Notice { audience: Audience::All, event });
    }

    /// Tells one person.
    pub fn tell(&mut self, user_id: i64, event: ShopEvent) {
        self.notices.push(Notice { audience: Audience::User(user_id), event });
    }

    /// Tells one person and every admin.
    pub fn tell_with_admins(&mut self, user_id: i64, event: ShopEvent) {
        self.notices.push(Notice { audience: Audience::UserAndAdmins(user_id), event });
    }

    /// Tells every admin.
    pub fn tell_admins(&mut self, event: ShopEvent) {
        self.notices.push(Notice { audience: Audience::Admins, event });
    }

    /// Counts for the popular products.
    pub fn sold(&mut self, sold: Sold) {
        self.sold.push(sold);
    }
}

/// Where notices go and come from. Clones are the same place.
#[derive(Clone)]
pub struct Events {
    sender: broadcast::Sender<Notice>,
}

impl Events {
    pub(crate) fn new() -> Self {
        Self { sender: broadcast::Sender::new(BACKLOG) }
    }

    pub(crate) fn send(&self, notice: Notice) {
        // Nobody listening is no failure.
        let _ = self.sender.send(notice);
    }

    /// Everything from now on. A listener that falls behind is told so by the channel and must ask anew.
    #[must_use]
    pub fn listen(&self) -> broadcast::Receiver<Notice> {
        self.sender.subscribe()
    }
}
