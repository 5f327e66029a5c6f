//! Opens the shop of the window: at the start, again on the user's request, and after a restore where the shop could not be
//! opened.

use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

use shop_app::backup::{StartRefusal, recover_named};
use shop_app::context::Shop;
use shop_app::jobs;
use shop_app::runtime::{DataFolder, FolderError, FolderLock, ShopOptions, WriteError};
use shop_contract::{Conflict, ErrorCode, Recovery, ShopError, StartProblem};
use tauri::{AppHandle, Manager as _, Runtime};
use tokio::sync::{Mutex, watch};

use crate::demo::Demo;
use crate::notifications;
use crate::server::LocalServer;
use crate::window::ShopWatch;

/// The one place that opens the shop of this window.
pub struct Opener {
    folder: DataFolder,
    /// Held while the shop is opened or restored. `None` where the folder could not be locked.
    lock: Mutex<Option<FolderLock>>,
    outcome: watch::Sender<Option<Result<Arc<Shop>, StartRefusal>>>,
}

impl Opener {
    pub fn new(folder: DataFolder, lock: Option<FolderLock>) -> Self {
        Self { folder, lock: Mutex::new(lock), outcome: watch::Sender::new(None) }
    }

    /// Of a shop that is open already.
    #[cfg(test)]
    pub fn opened(folder: DataFolder, shop: Arc<Shop>) -> Self {
        Self { folder, lock: Mutex::new(None), outcome: watch::Sender::new(Some(Ok(shop))) }
    }

    /// A receiver of the outcome.
    pub fn watch(&self) -> ShopWatch {
        self.outcome.subscribe()
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The state of the shop for the page; waits while the shop is being opened.
    pub async fn view(&self) -> Recovery {
        let mut watch = self.watch();
        let outcome = watch.wait_for(Option::is_some).await.ok().and_then(|outcome| outcome.clone());
        match outcome {
            Some(Err(refusal)) => refusal.view(),
            _ => {
                Recovery { problem: None, found: None, folder: self.folder().display().to_string(), copies: Vec::new() }
            }
        }
    }

    /// Opens the shop, where it is not open yet, and starts its jobs, and its server if that is enabled. Not on the UI thread.
    pub async fn open<R: Runtime>(&self, app: &AppHandle<R>) {
        let mut lock = self.lock.lock().await;
        if !self.is_open() {
            self.try_to_open(app, &mut lock).await;
        }
    }

    /// Replaces a shop that could not be opened by a backup, and opens it.
    ///
    /// # Errors
    /// `CONFLICT`, where the shop is open or the backup cannot be used, with the reason as `found`: nothing was changed.
    pub async fn recover<R: Runtime>(&self, app: &AppHandle<R>, name: String) -> Result<(), ShopError> {
        let mut lock = self.lock.lock().await;
        if self.is_open() || lock.is_none() {
            return Err(ErrorCode::Conflict.into());
        }
        let folder = self.folder.clone();
        let restored =
            tauri::async_runtime::spawn_blocking(move || tauri::async_runtime::block_on(recover_named(&folder, &name)));
        match restored.await.map_err(|error| WriteError::Failed(error.to_string())).and_then(|restored| restored) {
            Ok(restored) => tracing::warn!(?restored, "the shop was replaced by a backup"),
            Err(error) => {
                tracing::error!(?error, "the shop was not restored");
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

    async fn try_to_open<R: Runtime>(&self, app: &AppHandle<R>, lock: &mut Option<FolderLock>) {
        let (folder, held) = (self.folder.clone(), lock.take());
        let tried = tauri::async_runtime::spawn_blocking(move || {
            let held = held.map_or_else(|| lock_folder(&folder), Ok)?;
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
                notifications::start(app, shop);
                jobs::run_in_background(shop);
                app.state::<Demo>().start(shop).await;
            }
            Err(refusal) => tracing::error!(%refusal, "the shop could not be opened"),
        }
        // Unlike `send`, this stores the value also without receivers, for later ones.
        self.outcome.send_replace(Some(opened.clone()));
        if let Ok(shop) = &opened {
            app.state::<LocalServer>().start_if_enabled(shop).await;
            let (app, opened, shop) = (app.clone(), shop.sale().watch(), Arc::downgrade(shop));
            tauri::async_runtime::spawn(async move { app.state::<LocalServer>().follow_sale_room(shop, opened).await });
        }
    }
}

/// The refusal to start after an error of the data folder.
pub fn refusal_of(folder: &Path, error: &FolderError) -> StartRefusal {
    let problem = match error {
        FolderError::ReadOnly(_) => StartProblem::ReadOnly,
        FolderError::Unusable(_, error) if error.kind() == ErrorKind::StorageFull => StartProblem::Full,
        _ => StartProblem::Other,
    };
    StartRefusal::with_words(folder, problem, error.to_string())
}

/// Opens and locks a folder that could not be locked at the start.
fn lock_folder(folder: &DataFolder) -> Result<FolderLock, StartRefusal> {
    let path = folder.path();
    let lock = DataFolder::open(Some(path.to_owned())).and_then(|folder| folder.lock());
    lock.map_err(|error| refusal_of(path, &error))
}

fn open_in(folder: &DataFolder) -> Result<Arc<Shop>, StartRefusal> {
    if shop_demo::clear_unfinished(folder).map_err(|error| refusal_of(folder.path(), &error))? {
        tracing::warn!("an unfinished demo was removed");
    }
    Shop::open(ShopOptions::new(folder.path())).map_err(|error| StartRefusal::new(folder.path(), &error))
}
