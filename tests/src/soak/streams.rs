//! Users who listen to the events of the shop and send nothing.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use super::shared::Shared;

/// Before a stream that has ended is opened again.
const PAUSE: Duration = Duration::from_secs(1);

/// Keeps one stream open. It is opened again where it ends: the customer may have signed out everywhere.
pub(super) async fn listen(shared: Arc<Shared>, number: usize) {
    let mut is_first = true;
    while !shared.is_over() {
        if let Ok(tokens) = shared.client.sign_in(&format!("customer{number}@demo.jangteo")).await
            && let Ok(mut stream) = shared.client.stream(&tokens.access).await
        {
            if std::mem::take(&mut is_first) {
                shared.at_work.fetch_add(1, Ordering::Relaxed);
            }
            while let Ok(Some(_)) = stream.chunk().await {}
        }
        tokio::time::sleep(PAUSE).await;
    }
}
