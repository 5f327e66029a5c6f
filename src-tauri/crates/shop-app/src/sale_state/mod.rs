//! The sale room in memory: its PIN, its guests and what was sold. It lies below the use cases of `sale_room`, like the counts
//! of popular products. A restart or a restore closes the room; orders, coupons and accounts are in the database.

mod room;
mod wrong_pins;

use std::net::IpAddr;

use chrono::{DateTime, Utc};
use parking_lot::Mutex;
use tokio::sync::watch;

pub use room::{Buyer, Guest, Refusal, Room, Wanted};
use wrong_pins::WrongPins;

use crate::runtime::{Observer, Runtime};
use shop_domain::sale_room::Stage;

/// The one room of a shop, and the addresses of its server.
pub struct SaleState {
    state: Mutex<State>,
    /// How many rooms were opened, for the server of the window.
    opened: watch::Sender<u64>,
}

#[derive(Default)]
struct State {
    room: Option<Room>,
    wrong_pins: WrongPins,
    addresses: Vec<String>,
}

impl SaleState {
    /// No room.
    pub(crate) fn new() -> Self {
        Self { state: Mutex::default(), opened: watch::Sender::new(0) }
    }

    /// Opens a room.
    ///
    /// # Errors
    /// [`Refusal::RoomOpen`] where another one is open.
    pub(crate) fn open(&self, room: Room, now: DateTime<Utc>) -> Result<(), Refusal> {
        let mut state = self.state.lock();
        if state.room.as_ref().is_some_and(|room| room.stage(now) != Stage::Closed) {
            return Err(Refusal::RoomOpen);
        }
        state.room = Some(room);
        state.wrong_pins = WrongPins::default();
        drop(state);
        self.opened.send_modify(|rooms| *rooms += 1);
        Ok(())
    }

    /// Looks at the room, also at one that has closed.
    pub(crate) fn look<T>(&self, look: impl FnOnce(&Room) -> T) -> Option<T> {
        self.state.lock().room.as_ref().map(look)
    }

    /// Changes the room; [`Refusal::RoomClosed`] where there is none.
    ///
    /// # Errors
    /// That of the change.
    pub(crate) fn change<T>(&self, change: impl FnOnce(&mut Room) -> Result<T, Refusal>) -> Result<T, Refusal> {
        self.state.lock().room.as_mut().map_or(Err(Refusal::RoomClosed), change)
    }

    /// As [`SaleState::change`], for the room that was opened at this instant; another one is not touched.
    ///
    /// # Errors
    /// [`Refusal::RoomClosed`] for another room; that of the change.
    pub(crate) fn change_opened_at<T>(
        &self,
        opened_at: DateTime<Utc>,
        change: impl FnOnce(&mut Room) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        self.change(|room| if room.wanted.opened_at == opened_at { change(room) } else { Err(Refusal::RoomClosed) })
    }

    /// Checks the PIN of a guest, within the bounds for wrong ones.
    ///
    /// # Errors
    /// [`Refusal::RoomClosed`] without a room that can be joined, [`Refusal::TooManyPins`], [`Refusal::WrongPin`].
    pub(crate) fn check_pin(&self, pin: &str, address: Option<IpAddr>, now: DateTime<Utc>) -> Result<(), Refusal> {
        let mut state = self.state.lock();
        let State { room, wrong_pins, .. } = &mut *state;
        let room = room.as_ref().filter(|room| room.can_join(now)).ok_or(Refusal::RoomClosed)?;
        wrong_pins.check(address, now).map_err(Refusal::TooManyPins)?;
        if room.is_pin(pin) {
            return Ok(());
        }
        wrong_pins.count(address, now);
        Err(Refusal::WrongPin)
    }

    /// The stage of the room.
    #[must_use]
    pub fn stage(&self, now: DateTime<Utc>) -> Stage {
        self.look(|room| room.stage(now)).unwrap_or(Stage::Closed)
    }

    /// Changes whenever a room is opened, and ends with the shop.
    #[must_use]
    pub fn watch(&self) -> watch::Receiver<u64> {
        self.opened.subscribe()
    }

    /// The server of this shop is reached at these URLs of the network, or not any more.
    pub fn reached_at(&self, addresses: Vec<String>) {
        self.state.lock().addresses = addresses;
    }

    /// Where the server is reached in the network.
    #[must_use]
    pub fn addresses(&self) -> Vec<String> {
        self.state.lock().addresses.clone()
    }
}

impl Observer for SaleState {
    fn after_restore(&self, _runtime: &Runtime) {
        self.state.lock().room = None;
    }
}
