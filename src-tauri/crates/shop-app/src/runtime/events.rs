//! Events of a use case and their delivery to listeners, and the observers of an open shop. Nothing is told before the
//! commit.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use parking_lot::Mutex;
use tokio::sync::broadcast;
use tokio::sync::broadcast::error::RecvError;

use super::{Principal, Runtime};
use shop_contract::ShopEvent;

/// Events that a slow listener may lag behind before it loses some.
const BACKLOG: usize = 4_096;
/// The same of events for one user alone.
const OWN_BACKLOG: usize = 8;

/// The receivers of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// All listeners.
    All,
    /// One user.
    User(i64),
    /// One user and all admins.
    UserAndAdmins(i64),
    /// All admins.
    Admins,
}

impl Audience {
    /// Whether the user belongs to the audience.
    #[must_use]
    pub fn includes(self, who: Principal) -> bool {
        let is_admin = who.is_admin();
        match self {
            Self::All => true,
            Self::User(user_id) => who.user_id == user_id,
            Self::UserAndAdmins(user_id) => is_admin || who.user_id == user_id,
            Self::Admins => is_admin,
        }
    }
}

/// An event and its audience.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// The audience.
    pub audience: Audience,
    /// The event.
    pub event: ShopEvent,
}

/// Units sold; negative for returned units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sold {
    /// Business day of the sale.
    pub day: NaiveDate,
    /// The product.
    pub product_id: i64,
    /// Units; negative for returns.
    pub quantity: i64,
    /// Amount in won; negative for returns.
    pub amount: i64,
}

/// The effects of a write after its commit. A write that is refused or fails has none.
#[derive(Debug, Default)]
pub struct Effects {
    pub(crate) notices: Vec<Notice>,
    pub(crate) sold: Vec<Sold>,
}

impl Effects {
    /// Sends an event to all listeners.
    pub fn tell_all(&mut self, event: ShopEvent) {
        self.notices.push(Notice { audience: Audience::All, event });
    }

    /// Sends an event to one user.
    pub fn tell(&mut self, user_id: i64, event: ShopEvent) {
        self.notices.push(Notice { audience: Audience::User(user_id), event });
    }

    /// Sends an event to one user and all admins.
    pub fn tell_with_admins(&mut self, user_id: i64, event: ShopEvent) {
        self.notices.push(Notice { audience: Audience::UserAndAdmins(user_id), event });
    }

    /// Sends an event to all admins.
    pub fn tell_admins(&mut self, event: ShopEvent) {
        self.notices.push(Notice { audience: Audience::Admins, event });
    }

    /// Tells the observers of a sale.
    pub fn sold(&mut self, sold: Sold) {
        self.sold.push(sold);
    }
}

/// A feature that keeps something in memory about the stored data. The calls come from the writer's thread, except the last
/// one, and must not wait.
pub(crate) trait Observer: Send + Sync {
    /// A write was committed. It is answered afterwards.
    fn after_commit(&self, _effects: &Effects) {}

    /// A restore has replaced the stored data. The next write runs afterwards.
    fn after_restore(&self, _runtime: &Runtime) {}

    /// The shop is closed next; its file is still open.
    fn before_close(&self, _runtime: &Runtime) {}
}

/// The event channel. Clones share the same channel.
#[derive(Clone)]
pub struct Events {
    sender: broadcast::Sender<Notice>,
    own: Arc<OwnChannels>,
}

/// The channels of listeners by user, for events that would wake all other listeners in vain; `None` for one that listens for
/// every user.
type OwnChannels = Mutex<HashMap<Option<i64>, broadcast::Sender<Notice>>>;

impl Events {
    pub(crate) fn new() -> Self {
        Self { sender: broadcast::Sender::new(BACKLOG), own: Arc::default() }
    }

    pub(crate) fn send(&self, notice: Notice) {
        // A channel without listeners is no error.
        let _ = self.sender.send(notice);
    }

    /// Sends an event to the listeners of one user alone. Only for what may be missed: it is not ordered with other events.
    pub(crate) fn tell_directly(&self, user_id: i64, event: ShopEvent) {
        let own = self.own.lock();
        for channel in [Some(user_id), None].iter().filter_map(|key| own.get(key)) {
            let _ = channel.send(Notice { audience: Audience::User(user_id), event: event.clone() });
        }
    }

    /// Receives all events from now on. A listener that lags gets an error from the channel and must reload.
    #[must_use]
    pub fn listen(&self) -> broadcast::Receiver<Notice> {
        self.sender.subscribe()
    }

    /// As [`Events::listen`], with what is told directly to this user, or to every user.
    #[must_use]
    pub fn listen_for(&self, user_id: Option<i64>) -> Listening {
        let own = self.own.lock().entry(user_id).or_insert_with(|| broadcast::Sender::new(OWN_BACKLOG)).subscribe();
        Listening { all: self.sender.subscribe(), own: Some(own), user_id, channels: Arc::clone(&self.own) }
    }
}

/// What a listener receives.
pub struct Listening {
    all: broadcast::Receiver<Notice>,
    /// `None` once it is dropped.
    own: Option<broadcast::Receiver<Notice>>,
    user_id: Option<i64>,
    channels: Arc<OwnChannels>,
}

impl Listening {
    /// The next event.
    ///
    /// # Errors
    /// Events were missed, or the shop was closed.
    pub async fn recv(&mut self) -> Result<Notice, RecvError> {
        let Some(own) = &mut self.own else { return Err(RecvError::Closed) };
        loop {
            tokio::select! {
                biased;
                notice = self.all.recv() => return notice,
                notice = own.recv() => match notice {
                    // One that was missed is followed by a later one.
                    Err(RecvError::Lagged(_)) => {}
                    notice => return notice,
                },
            }
        }
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        let mut channels = self.channels.lock();
        // Under the lock, so that the last of several that end at once sees that it is the last.
        self.own = None;
        if channels.get(&self.user_id).is_some_and(|channel| channel.receiver_count() == 0) {
            channels.remove(&self.user_id);
        }
    }
}
