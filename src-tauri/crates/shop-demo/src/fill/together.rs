//! Many customers at once, so that their writes share commits.

use std::future::{Future, poll_fn};
use std::task::Poll;

use shop_contract::{ErrorCode, ShopError};

/// Calls that wait for the writer at the same time, at most.
pub(super) const AT_ONCE: usize = 96;

/// Runs tasks that do not depend on one another at once; gives their results in the order of `tasks`.
///
/// # Errors
/// The first refusal, after all have ended: none may still run when the shop leaves its past.
pub(super) async fn together<T, F>(tasks: impl IntoIterator<Item = F>) -> Result<Vec<T>, ShopError>
where
    T: Send + 'static,
    F: Future<Output = Result<T, ShopError>> + Send + 'static,
{
    let handles: Vec<_> = tasks.into_iter().map(tokio::spawn).collect();
    let mut results = Vec::with_capacity(handles.len());
    for handle in handles {
        let ended = handle.await.map_err(|error| {
            tracing::error!(%error, "a customer of the demo fell over");
            ShopError::new(ErrorCode::InternalError)
        });
        results.push(ended.and_then(|result| result));
    }
    results.into_iter().collect()
}

/// Waits for all at once, having begun each in its turn: what goes straight to the writer arrives there in this order.
///
/// # Errors
/// The first refusal.
pub(super) async fn in_turn<T, F>(futures: impl IntoIterator<Item = F>) -> Result<Vec<T>, ShopError>
where
    F: Future<Output = Result<T, ShopError>>,
{
    let mut running: Vec<_> = futures.into_iter().map(|future| (Box::pin(future), None)).collect();
    poll_fn(|context| {
        for (future, result) in &mut running {
            if result.is_none()
                && let Poll::Ready(ended) = future.as_mut().poll(context)
            {
                *result = Some(ended);
            }
        }
        let all = running.iter().all(|(_, result)| result.is_some());
        if all { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    running.into_iter().filter_map(|(_, result)| result).collect()
}
