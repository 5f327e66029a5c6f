//! The units of open returns: no refund takes them away from the return, and a refund of all that a received return holds settles it.

use std::collections::BTreeMap;

use super::return_state::ReturnState;

/// Units of a line of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineUnits {
    /// The item of the order.
    pub item_id: i64,
    /// Units, above 0.
    pub quantity: i64,
}

/// A return of an order that has not ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenReturn {
    /// The request.
    pub id: i64,
    /// Its state.
    pub state: ReturnState,
    /// What is returned, each line once.
    pub units: Vec<LineUnits>,
}

/// The received returns that a refund of these units settles, by their ids: each whose units are all among them, the earliest
/// first. No unit settles two returns.
#[must_use]
pub fn settled_returns(open: &[OpenReturn], refunded: &[LineUnits]) -> Vec<i64> {
    let mut left: BTreeMap<i64, i64> = refunded.iter().map(|units| (units.item_id, units.quantity)).collect();
    let mut received: Vec<&OpenReturn> = open.iter().filter(|one| one.state == ReturnState::Received).collect();
    received.sort_unstable_by_key(|one| one.id);
    let mut settled = Vec::new();
    for one in received {
        let is_among = |units: &LineUnits| left.get(&units.item_id).is_some_and(|left| *left >= units.quantity);
        if !one.units.is_empty() && one.units.iter().all(is_among) {
            for units in &one.units {
                left.entry(units.item_id).and_modify(|left| *left -= units.quantity);
            }
            settled.push(one.id);
        }
    }
    settled
}

/// Units of a line in open returns, those in `settled` left out.
#[must_use]
pub fn returning(open: &[OpenReturn], settled: &[i64], item_id: i64) -> i64 {
    let kept = open.iter().filter(|one| !settled.contains(&one.id));
    kept.flat_map(|one| &one.units).filter(|units| units.item_id == item_id).map(|units| units.quantity).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ReturnState::{Approved, Received, Requested};

    fn units(pairs: &[(i64, i64)]) -> Vec<LineUnits> {
        pairs.iter().map(|&(item_id, quantity)| LineUnits { item_id, quantity }).collect()
    }

    fn open(id: i64, state: ReturnState, pairs: &[(i64, i64)]) -> OpenReturn {
        OpenReturn { id, state, units: units(pairs) }
    }

    #[test]
    fn a_refund_settles_the_received_returns_that_it_holds() {
        let returns = [
            open(3, Received, &[(1, 2)]),
            open(2, Received, &[(2, 1), (3, 1)]),
            open(4, Approved, &[(4, 1)]),
            open(5, Received, &[(2, 1)]),
        ];
        for (refunded, expected) in [
            (&[(1, 2)][..], &[3][..]),
            (&[(1, 1)], &[]),
            (&[(1, 5)], &[3]),
            (&[(2, 1)], &[5]),
            (&[(2, 1), (3, 1)], &[2]),
            (&[(2, 2), (3, 1)], &[2, 5]),
            (&[(1, 2), (2, 2), (3, 1), (4, 1)], &[2, 3, 5]),
            (&[(4, 1)], &[]),
            (&[], &[]),
        ] {
            assert_eq!(settled_returns(&returns, &units(refunded)), expected, "a refund of {refunded:?}");
        }
        assert_eq!(settled_returns(&[open(1, Received, &[])], &[]), [], "a return of nothing is settled by none");
    }

    #[test]
    fn units_of_open_returns_are_kept_for_them() {
        let returns = [open(1, Requested, &[(7, 2)]), open(2, Received, &[(7, 1), (8, 3)])];
        assert_eq!(returning(&returns, &[], 7), 3);
        assert_eq!(returning(&returns, &[2], 7), 2, "but not for one that is settled");
        assert_eq!(returning(&returns, &[2], 8), 0);
        assert_eq!(returning(&returns, &[], 9), 0);
    }
}
