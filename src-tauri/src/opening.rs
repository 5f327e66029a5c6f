//! Opening the shop behind the window: at the start, again when somebody asks for it, and after going back to a copy where the shop
//! could not be opened. Whoever needs the shop waits here for it.

use std::path::Path;
use std::sync::Arc;

use shop_app::backup::{StartRefusal, recover_named};
use shop_app::runtime::{DataFolder, FolderError, FolderLock, Shop, ShopOptions, WriteError};
use shop_app::{demo, jobs};
use shop_contract::{Conflict, ErrorCode, Recovery, ShopError, StartProblem};
use tauri::{AppHandle, Manager as _};
use tokio::sync::{Mutex, watch};

use crate::notifications;
use crate::server::LocalServer;

/// The shop as it becomes ready, or why it does not.
pub type Opening = watch::Receiver<Option<Result<Arc<Shop>, StartRefusal>>>;

/// The one place that opens the shop of this window.
pub struct Opener {
    folder: DataFolder,
    /// Held while the shop is opened or a copy put in its place: one at a time. `None` where the folder could not be locked.
    lock: Mutex<Option<FolderLock>>,
    outcome: watch::Sender<Option<Result<Arc<Shop>, StartRefusal>>>,
}

impl Opener {
    pub fn new(folder: DataFolder, lock: Option<FolderLock>) -> Self {
        Self { folder, lock: Mutex::new(lock), outcome: watch::Sender::new(None) }
    }

    /// For those who wait for the shop.
    pub fn opening(&self) -> Opening {
        self.outcome.subscribe()
    }

    /// The data folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Whether the shop is open, once that is known.
    pub async fn view(&self) -> Recovery {
        let mut opening = self.opening();
        let outcome = opening.wait_for(Option::is_some).await.ok().and_then(|outcome| outcome.clone());
        match outcome {
            Some(Err(refusal)) => refusal.view(),
            _ => {
                Recovery { problem: None, found: None, folder: self.folder().display().to_string(), copies: Vec::new() }
            }
        }
    }

    /// Opens the shop and starts its jobs, and its server if that was left on, off the UI thread; nothing where it is open already.
    pub async fn open(&self, app: &AppHandle) {
        let mut lock = self.lock.lock().await;
        if !self.is_open() {
            self.try_to_open(app, &mut lock).await;
        }
    }

    /// Puts a copy in the place of the shop that could not be opened, and opens it.
    ///
    /// # Errors
    /// `CONFLICT` with what was `found` where the copy is no good, or nothing is wrong with the shop: nothing was changed.
    pub async fn recover(&self, app: &AppHandle, name: String) -> Result<(), ShopError> {
        let mut lock = self.lock.lock().await;
        if self.is_open() || lock.is_none() {
            return Err(ErrorCode::Conflict.into());
        }
        let folder = self.folder.clone();
        let went =
            tauri::async_runtime::spawn_blocking(move || tauri::async_runtime::block_on(recover_named(&folder, &name)));
        match went.await.map_err(|error| WriteError::Failed(error.to_string())).and_then(|went| went) {
            Ok(went) => tracing::warn!(?went, "the shop is what a copy held"),
            Err(error) => {
                tracing::error!(?error, "the shop did not go back to the copy");
                let found = if let WriteError::Failed(reason) = error { reason } else { format!("{error:?}") };
                return Err(Conflict::NotRecovered { found }.into());
            }
        }
        self.try_to_open(app, &mut lock).await;
        Ok(())
    }

    fn is_open(&self) -> bool {
        matches!(&*self.outcome.borrow(), Some(Ok(_)))
    }

    async fn try_to_open(&self, app: &AppHandle, lock: &mut Option<FolderLock>) {
        let (folder, held) = (self.folder.clone(), lock.take());
        let tried = tauri::async_runtime::spawn_blocking(move || {
            let held = held.map_or_else(|| take(&folder), Ok)?;
            Ok((held, open_in(&folder)))
        });
        let refused = |words: String| StartRefusal::with_words(self.folder(), StartProblem::Other, words);
        let opened = match tried.await {
            Ok(Ok((held, opened))) => {
                *lock = Some(held);
                opened
            }
            Ok(Err(refusal)) => Err(refusal),
            Err(error) => Err(refused(error.to_string())),
        };
        match &opened {
            Ok(shop) => {
                notifications::begin(app, shop);
                jobs::run_beside(shop);
            }
            Err(refusal) => tracing::error!(%refusal, "the shop could not be opened"),
        }
        // Replaced also where nobody listens just now: whoever asks later must find it.
        self.outcome.send_replace(Some(opened.clone()));
        if let Ok(shop) = &opened {
            app.state::<LocalServer>().come_back(shop).await;
        }
    }
}

/// What an error of the data folder means for the start.
pub fn refusal_of(folder: &Path, error: &FolderError) -> StartRefusal {
    let problem = match error {
        FolderError::ReadOnly(_) => StartProblem::ReadOnly,
        _ => StartProblem::Other,
    };
    StartRefusal::with_words(folder, problem, error.to_string())
}

/// The folder of a window that could not have it at its start.
fn take(folder: &DataFolder) -> Result<FolderLock, StartRefusal> {
    let path = folder.path();
    let taken = DataFolder::open(Some(path.to_owned())).and_then(|folder| folder.lock());
    taken.map_err(|error| refusal_of(path, &error))
}

fn open_in(folder: &DataFolder) -> Result<Arc<Shop>, StartRefusal> {
    if demo::clear_unfinished(folder).map_err(|error| refusal_of(folder.path(), &error))? {
        tracing::warn!("a demo that was cut short has been cleared away");
    }
    Shop::open(ShopOptions::new(folder.path())).map_err(|error| StartRefusal::new(folder.path(), &error))
}
