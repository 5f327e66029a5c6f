//! Splits an amount by the largest remainder method, to the won.

use std::cmp::Reverse;

use crate::money::Won;

/// Splits `whole` in proportion to the weights: each share is rounded down, and the remaining won go one each to the
/// largest remainders (ties: the earlier part, so pass the parts by line id). The shares add up to `whole`, and no
/// share exceeds its weight if `whole` does not exceed the sum of the weights. If all weights are 0, every share is 0.
#[must_use]
pub(super) fn prorate(whole: Won, weights: &[Won]) -> Vec<Won> {
    let sum: i128 = weights.iter().map(|weight| i128::from(weight.get())).sum();
    if sum == 0 {
        return vec![Won::ZERO; weights.len()];
    }
    // In 128 bits, because an amount times an amount does not fit in 64.
    let products: Vec<i128> = weights.iter().map(|weight| i128::from(whole.get()) * i128::from(weight.get())).collect();
    let mut shares: Vec<i128> = products.iter().map(|product| product / sum).collect();
    let left_over = i128::from(whole.get()) - shares.iter().sum::<i128>();
    let mut by_remainder: Vec<usize> = (0..weights.len()).collect();
    by_remainder.sort_by_key(|part| Reverse(products[*part] % sum));
    for (part, _) in by_remainder.into_iter().zip(0..left_over) {
        shares[part] += 1;
    }
    shares.into_iter().map(share_of_an_amount).collect()
}

fn share_of_an_amount(share: i128) -> Won {
    i64::try_from(share)
        .ok()
        .and_then(|share| Won::new(share).ok())
        .expect("BUG: a share is at most the amount it is a share of")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::MAX_WON;
    use proptest::prelude::*;

    fn shares(whole: i64, weights: &[i64]) -> Vec<i64> {
        let weights: Vec<Won> = weights.iter().map(|w| Won::new(*w).unwrap()).collect();
        prorate(Won::new(whole).unwrap(), &weights).iter().map(|share| share.get()).collect()
    }

    #[test]
    fn the_largest_remainder_gets_the_odd_won() {
        for (whole, weights, expected) in [
            (1_000, &[3_333, 3_333, 3_334][..], &[333, 333, 334][..]),
            (402, &[1_005, 1_005, 1_005, 1_005], &[101, 101, 100, 100]),
            (10, &[1, 1, 1], &[4, 3, 3]),
            (100, &[0, 50, 50], &[0, 50, 50]),
            (1, &[1, 2], &[0, 1]),
            (0, &[5, 5], &[0, 0]),
            (7, &[0, 0], &[0, 0]),
            (7, &[], &[]),
            (7, &[9], &[7]),
            (MAX_WON, &[MAX_WON, MAX_WON], &[MAX_WON / 2, MAX_WON / 2]),
        ] {
            assert_eq!(shares(whole, weights), expected, "{whole} over {weights:?}");
        }
    }

    proptest! {
        #[test]
        fn shares_add_up_and_none_is_more_than_its_weight(
            weights in proptest::collection::vec(0..=1_000_000_i64, 1..12),
            part in 0..=1_000_i64,
        ) {
            let sum: i64 = weights.iter().sum();
            let whole = sum * part / 1_000;
            let shares = shares(whole, &weights);
            prop_assert_eq!(shares.iter().sum::<i64>(), whole);
            for (share, weight) in shares.iter().zip(&weights) {
                prop_assert!((0..=*weight).contains(share));
                let exact = whole * weight;
                prop_assert!((share * sum - exact).abs() < sum, "off by less than a won");
            }
        }
    }
}
