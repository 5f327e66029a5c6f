//! One sale room: its guests, and what was sold in which order.

use chrono::{DateTime, Utc};
use sha2::{Digest as _, Sha256};
use shop_domain::sale_room::{MAX_GUESTS, Stage, Times};

use crate::runtime::hex;
use shop_contract::{
    Conflict, ErrorDetails, ForbiddenReason, SaleGrant, SaleObject, SaleRoomConflict, ShopError, ShopEvent,
};

/// What a room is opened with.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// What is sold.
    pub object: SaleObject,
    /// The option of the product.
    pub option_id: Option<i64>,
    /// How many.
    pub quantity: i64,
    /// Points for each guest.
    pub points: i64,
    /// From when to when.
    pub times: Times,
    /// The digits that a guest has to know.
    pub pin: String,
    /// When it is opened; the mark of its guests.
    pub opened_at: DateTime<Utc>,
}

/// A guest of the room.
#[derive(Debug, Clone)]
pub struct Guest {
    /// The user.
    pub user_id: i64,
    /// The name.
    pub name: String,
    /// When.
    pub joined_at: DateTime<Utc>,
}

/// A user with a purchase, committed or being committed.
#[derive(Debug, Clone)]
pub struct Buyer {
    /// The user.
    pub user_id: i64,
    /// The name.
    pub name: String,
    /// What the user got.
    pub grant: SaleGrant,
    /// When.
    pub bought_at: DateTime<Utc>,
    /// The number of the record: a user whose commit failed can have another one.
    number: u64,
    is_committed: bool,
}

/// Why the room refuses something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Another room is open.
    RoomOpen,
    /// There is no room that can be joined.
    RoomClosed,
    /// As many guests have joined as it takes.
    RoomFull,
    /// The PIN is wrong.
    WrongPin,
    /// Too many wrong PINs; seconds to wait.
    TooManyPins(i64),
    /// The sale has not started.
    NotStarted,
    /// It is over, or sold out.
    Ended,
    /// The user has bought already.
    AlreadyBought,
}

impl From<Refusal> for ShopError {
    fn from(refusal: Refusal) -> Self {
        let conflict = |reason| Conflict::SaleRoom { reason }.into();
        match refusal {
            Refusal::RoomOpen => conflict(SaleRoomConflict::RoomOpen),
            Refusal::RoomClosed => conflict(SaleRoomConflict::RoomClosed),
            Refusal::RoomFull => conflict(SaleRoomConflict::RoomFull),
            Refusal::WrongPin => ForbiddenReason::SalePin.into(),
            Refusal::TooManyPins(retry_after) => ErrorDetails::TooManyRequests { retry_after }.into(),
            Refusal::NotStarted => conflict(SaleRoomConflict::NotStarted),
            Refusal::Ended => conflict(SaleRoomConflict::Ended),
            Refusal::AlreadyBought => conflict(SaleRoomConflict::AlreadyBought),
        }
    }
}

/// A room.
#[derive(Debug)]
pub struct Room {
    /// What it was opened with; the times change with what is sold.
    pub wanted: Wanted,
    /// The guests, in the order in which they joined.
    pub guests: Vec<Guest>,
    /// The buyers, in the order in which they were served.
    buyers: Vec<Buyer>,
    /// Records of purchases that were made.
    records: u64,
    /// Reserved seats: guests whose accounts are being created.
    entering: usize,
    /// Requests that came too late.
    pub refused: i64,
    /// Whether the line of its buyers is counted.
    pub is_line_counted: bool,
}

impl Room {
    /// A room without guests.
    pub fn new(wanted: Wanted) -> Self {
        Self {
            wanted,
            guests: Vec::new(),
            buyers: Vec::new(),
            entering: 0,
            refused: 0,
            records: 0,
            is_line_counted: false,
        }
    }

    /// How far it has come.
    pub fn stage(&self, now: DateTime<Utc>) -> Stage {
        self.wanted.times.stage(now)
    }

    /// Whether guests can join.
    pub fn can_join(&self, now: DateTime<Utc>) -> bool {
        matches!(self.stage(now), Stage::Waiting | Stage::Selling)
    }

    /// Compares the PIN; of hashes, so that the time reveals nothing about it.
    pub fn is_pin(&self, pin: &str) -> bool {
        hex(&Sha256::digest(pin)) == hex(&Sha256::digest(&self.wanted.pin))
    }

    /// Reserves a seat for a guest whose account is being created.
    pub fn take_seat(&mut self, now: DateTime<Utc>) -> Result<(), Refusal> {
        if !self.can_join(now) {
            return Err(Refusal::RoomClosed);
        }
        if self.guests.len() + self.entering >= MAX_GUESTS {
            return Err(Refusal::RoomFull);
        }
        self.entering += 1;
        Ok(())
    }

    /// Turns a reserved seat into a guest, or frees it where the account could not be created.
    pub fn seat(&mut self, guest: Option<Guest>) {
        self.entering = self.entering.saturating_sub(1);
        self.guests.extend(guest);
    }

    /// What the user has got, once it is committed.
    pub fn grant_of(&self, user_id: i64) -> Option<SaleGrant> {
        self.bought().find(|buyer| buyer.user_id == user_id).map(|buyer| buyer.grant.clone())
    }

    /// What the user has got, also while it is being committed.
    pub fn recorded(&self, user_id: i64) -> Option<(SaleGrant, u64)> {
        self.buyers.iter().find(|buyer| buyer.user_id == user_id).map(|buyer| (buyer.grant.clone(), buyer.number))
    }

    /// Replaces the names of guests and buyers, whose accounts are removed.
    pub fn erase_names(&mut self, name: &str) {
        self.guests.iter_mut().for_each(|guest| name.clone_into(&mut guest.name));
        self.buyers.iter_mut().for_each(|buyer| name.clone_into(&mut buyer.name));
    }

    /// The buyers whose purchase is committed, in the order in which they were served.
    pub fn bought(&self) -> impl Iterator<Item = &Buyer> {
        self.buyers.iter().filter(|buyer| buyer.is_committed)
    }

    /// Units that are left.
    pub fn remaining(&self) -> i64 {
        self.wanted.quantity - i64::try_from(self.buyers.len()).unwrap_or(i64::MAX)
    }

    /// Whether the user may buy. A request that comes too late is counted.
    pub fn check_buyer(&mut self, user_id: i64, now: DateTime<Utc>) -> Result<(), Refusal> {
        match self.stage(now) {
            Stage::Closed => return Err(Refusal::RoomClosed),
            Stage::Waiting => return Err(Refusal::NotStarted),
            Stage::Ended | Stage::Selling => {}
        }
        if self.buyers.iter().any(|buyer| buyer.user_id == user_id) {
            return Err(Refusal::AlreadyBought);
        }
        if self.stage(now) == Stage::Ended || self.remaining() <= 0 {
            self.refused += 1;
            return Err(Refusal::Ended);
        }
        Ok(())
    }

    /// Records a purchase that is about to be committed, and numbers the record. The caller has checked the buyer in the same
    /// transaction.
    pub fn record(&mut self, user_id: i64, name: String, mut grant: SaleGrant, now: DateTime<Utc>) -> (SaleGrant, u64) {
        self.records += 1;
        // Behind the last one, also where one before it was forgotten.
        grant.rank = self.buyers.iter().map(|buyer| buyer.grant.rank).max().unwrap_or(0) + 1;
        let number = self.records;
        self.buyers.push(Buyer { user_id, name, grant: grant.clone(), bought_at: now, number, is_committed: false });
        (grant, number)
    }

    /// The purchase of a record was committed; the last one ends the sale.
    pub fn commit(&mut self, number: u64, now: DateTime<Utc>) {
        if let Some(buyer) = self.buyers.iter_mut().find(|buyer| buyer.number == number) {
            buyer.is_committed = true;
        }
        if self.remaining() <= 0 && self.buyers.iter().all(|buyer| buyer.is_committed) {
            self.wanted.times.sold_out_at.get_or_insert(now);
        }
    }

    /// The purchase of a record was not committed after all; its unit is free again.
    pub fn forget(&mut self, number: u64) {
        self.buyers.retain(|buyer| buyer.is_committed || buyer.number != number);
    }

    /// What all listeners are told of the room.
    pub fn event(&self, now: DateTime<Utc>) -> ShopEvent {
        ShopEvent::SaleRoom {
            stage: self.stage(now).into(),
            guest_count: i64::try_from(self.guests.len()).unwrap_or(i64::MAX),
            remaining: self.remaining(),
        }
    }
}
