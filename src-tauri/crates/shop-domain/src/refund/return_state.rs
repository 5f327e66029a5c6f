//! The states of a return, one table.
//!
//! ```text
//! REQUESTED ──approve──▶ APPROVED ──receive──▶ RECEIVED ──refund──▶ REFUNDED
//!     └──────reject──────▶ REJECTED
//! ```

use crate::code::coded;

coded! {
    /// State of a return.
    ReturnState {
        /// The customer has asked for it.
        Requested => "REQUESTED",
        /// The shop takes the goods back.
        Approved => "APPROVED",
        /// The shop does not take them back.
        Rejected => "REJECTED",
        /// The goods are there.
        Received => "RECEIVED",
        /// Its units are refunded.
        Refunded => "REFUNDED",
    }
}

coded! {
    /// Events of a return.
    ReturnEvent {
        /// An admin approves it.
        Approve => "APPROVE",
        /// An admin rejects it, with words.
        Reject => "REJECT",
        /// The goods have come.
        Receive => "RECEIVE",
        /// Its units are refunded.
        Refund => "REFUND",
    }
}

impl ReturnState {
    /// Whether the return has not ended.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Requested | Self::Approved | Self::Received)
    }
}

/// The state after an event.
///
/// # Errors
/// The state, for a pair that is not in the table.
pub const fn next_return(state: ReturnState, event: ReturnEvent) -> Result<ReturnState, ReturnState> {
    match (state, event) {
        (ReturnState::Requested, ReturnEvent::Approve) => Ok(ReturnState::Approved),
        (ReturnState::Requested, ReturnEvent::Reject) => Ok(ReturnState::Rejected),
        (ReturnState::Approved, ReturnEvent::Receive) => Ok(ReturnState::Received),
        (ReturnState::Received, ReturnEvent::Refund) => Ok(ReturnState::Refunded),
        _ => Err(state),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_return_takes_these_steps_and_no_other() {
        use ReturnEvent as On;
        use ReturnState as State;
        let allowed = [
            (State::Requested, On::Approve, State::Approved),
            (State::Requested, On::Reject, State::Rejected),
            (State::Approved, On::Receive, State::Received),
            (State::Received, On::Refund, State::Refunded),
        ];
        for &state in State::ALL {
            for &event in On::ALL {
                let expected = allowed.iter().find(|row| (row.0, row.1) == (state, event)).map(|row| row.2);
                assert_eq!(next_return(state, event), expected.ok_or(state), "{state} on {event}");
            }
            let goes_on = On::ALL.iter().any(|event| next_return(state, *event).is_ok());
            assert_eq!(state.is_open(), goes_on, "{state} is open as long as something can follow");
        }
    }
}
