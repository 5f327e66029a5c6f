//! What an order costs with its coupons, by the rules alone: coupons for a product first, then those for the cart in the order
//! given; a rate rounds down; a discount on the cart is spread by the largest remainder.

/// What a coupon takes off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Off {
    Rate { percent: i64, most: Option<i64> },
    Price(i64),
}

impl Off {
    fn of(self, rest: i64) -> i64 {
        let discount = match self {
            Self::Rate { percent, most } => (rest * percent / 100).min(most.unwrap_or(i64::MAX)),
            Self::Price(price) => price,
        };
        discount.min(rest)
    }
}

/// What is left to pay of each line; `None` where a coupon would take nothing off. `coupons`: the line that one is for, or `None`
/// for the cart.
pub fn rests(mut rests: Vec<i64>, coupons: &[(Option<usize>, Off)]) -> Option<Vec<i64>> {
    for (line, off) in coupons.iter().filter_map(|(line, off)| Some(((*line)?, *off))) {
        let discount = off.of(rests[line]);
        rests[line] -= Some(discount).filter(|discount| *discount > 0)?;
    }
    for off in coupons.iter().filter(|(line, _)| line.is_none()).map(|(_, off)| *off) {
        let sum: i64 = rests.iter().sum();
        let discount = Some(off.of(sum)).filter(|discount| *discount > 0)?;
        let shares = spread(discount, &rests, sum);
        rests.iter_mut().zip(shares).for_each(|(rest, share)| *rest -= share);
    }
    Some(rests)
}

/// Shares of a discount in proportion to the rests; what rounding leaves goes to the largest remainders, earlier lines first.
fn spread(discount: i64, rests: &[i64], sum: i64) -> Vec<i64> {
    let mut shares: Vec<i64> = rests.iter().map(|rest| discount * rest / sum).collect();
    let mut lines: Vec<usize> = (0..rests.len()).collect();
    lines.sort_by_key(|line| (-(discount * rests[*line] % sum), *line));
    let left = discount - shares.iter().sum::<i64>();
    lines.iter().take(usize::try_from(left).expect("not negative")).for_each(|line| shares[*line] += 1);
    shares
}

#[test]
fn a_discount_is_spread_to_the_won() {
    let cart = [(None, Off::Price(100))];
    assert_eq!(rests(vec![100, 100, 100], &cart), Some(vec![66, 67, 67]), "the first line takes what is left over");
    let both = [(None, Off::Rate { percent: 10, most: None }), (Some(0), Off::Rate { percent: 50, most: Some(30) })];
    assert_eq!(rests(vec![100, 30], &both), Some(vec![63, 27]), "the coupon for the product first");
    assert_eq!(rests(vec![5], &[(None, Off::Rate { percent: 10, most: None })]), None, "nothing is taken off");
}
