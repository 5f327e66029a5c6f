//! Holding back those who try password after password. How long they wait is the domain's rule; here tries are counted,
//! and counted before the password is looked at, so that many at once get no more of them than one after another.

use shop_domain::user::SignInFailures;
use shop_store::sign_in_attempt::{clear, count, failures};

use crate::runtime::locks::LockKey;
use crate::runtime::{Call, Stop, Writing};
use shop_contract::{ErrorDetails, ShopError};

/// Somebody who says to be the person with an e-mail, and where.
#[derive(Debug, Clone)]
pub(crate) struct Guess {
    /// As the shop spells it; empty for what is no e-mail.
    pub email: String,
    /// Where it comes from.
    pub address: String,
}

impl Guess {
    /// Refuses whoever has to wait, at the cost of a look: a flood of tries writes nothing.
    ///
    /// # Errors
    /// `TOO_MANY_REQUESTS`, with `retryAfter` in seconds.
    pub(crate) fn ensure_open(&self, call: &Call) -> Result<(), ShopError> {
        let now = call.now();
        call.glance(|db| Ok(refuse_waiting(failures(db, &self.email, &self.address, now)?, now)?))
    }

    /// Counts the try as failed, for as long as it has not succeeded.
    ///
    /// # Errors
    /// `TOO_MANY_REQUESTS`, with `retryAfter` in seconds; nothing is counted then.
    pub(crate) async fn count(&self, call: &Call) -> Result<(), ShopError> {
        let guess = self.clone();
        let counted = call.shop.write(LockKey::Shop, move |writing| {
            refuse_waiting(failures(writing.tx, &guess.email, &guess.address, writing.now)?, writing.now)?;
            Ok(count(writing.tx, &guess.email, &guess.address, writing.now)?)
        });
        counted.await.map_err(|error| call.refusal(error))
    }

    /// The try succeeded: it and those before it are forgotten.
    pub(crate) fn clear(&self, writing: &Writing<'_>) -> Result<(), Stop> {
        Ok(clear(writing.tx, &self.email, &self.address)?)
    }
}

fn refuse_waiting(failures: SignInFailures, now: chrono::DateTime<chrono::Utc>) -> Result<(), ShopError> {
    let Some(wait) = failures.wait(now) else { return Ok(()) };
    // Rounded up: whoever comes back after so many seconds is let in.
    let seconds = (wait.num_milliseconds() + 999) / 1_000;
    Err(ErrorDetails::TooManyRequests { retry_after: seconds }.into())
}
