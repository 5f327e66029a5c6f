//! Throttles password attempts. The domain's rule sets the waiting time; this module counts attempts. An attempt is
//! counted before the password is verified, so that concurrent attempts are limited like sequential ones.

use shop_domain::user::SignInFailures;
use shop_store::sign_in_attempt::{clear, count, failures};

use crate::context::Call;
use crate::runtime::locks::LockKey;
use crate::runtime::{WorkError, Writing};
use shop_contract::{ErrorDetails, ShopError};

/// A password attempt: the claimed e-mail and the client's address.
#[derive(Debug, Clone)]
pub(crate) struct Guess {
    /// Normalized; empty if the text is not an e-mail.
    pub email: String,
    /// The client's address.
    pub address: String,
}

impl Guess {
    /// Refuses an attempt that must wait. It only reads, so many attempts cause no writes.
    ///
    /// # Errors
    /// `TOO_MANY_REQUESTS`, with `retryAfter` in seconds.
    pub(crate) fn ensure_open(&self, call: &Call) -> Result<(), ShopError> {
        let now = call.now();
        call.read_inline(|db| Ok(refuse_waiting(failures(db, &self.email, &self.address, now)?, now)?))
    }

    /// Counts the attempt as failed until it succeeds.
    ///
    /// # Errors
    /// `TOO_MANY_REQUESTS`, with `retryAfter` in seconds; the attempt is then not counted.
    pub(crate) async fn count(&self, call: &Call) -> Result<(), ShopError> {
        let guess = self.clone();
        let counted = call.shop.write(LockKey::Shop, move |writing| {
            refuse_waiting(failures(writing.tx, &guess.email, &guess.address, writing.now)?, writing.now)?;
            Ok(count(writing.tx, &guess.email, &guess.address, writing.now)?)
        });
        counted.await.map_err(|error| call.refusal(error))
    }

    /// The attempt succeeded: deletes it and the failures before it.
    pub(crate) fn clear(&self, writing: &Writing<'_>) -> Result<(), WorkError> {
        Ok(clear(writing.tx, &self.email, &self.address)?)
    }
}

fn refuse_waiting(failures: SignInFailures, now: chrono::DateTime<chrono::Utc>) -> Result<(), ShopError> {
    let Some(wait) = failures.wait(now) else { return Ok(()) };
    // Rounded up, so that a retry after this many seconds is accepted.
    let seconds = (wait.num_milliseconds() + 999) / 1_000;
    Err(ErrorDetails::TooManyRequests { retry_after: seconds }.into())
}
