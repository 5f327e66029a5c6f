//! Matches the deposits of a bank statement with requests for points and with orders. The preview writes nothing; what is sure is
//! confirmed where that is asked for, each in a transaction of its own that decides anew.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use shop_domain::charge::ChargeState;
use shop_domain::statement::{Awaited, Known, Line, Match, match_lines};
use shop_store::charge::{find_named, for_matching};
use shop_store::payment::{deposits_for_matching, find_deposit};
use shop_store::{Db, StoreResult};

use super::confirm_payment::confirm_payment;
use super::statement::Table;
use super::view::admin_payment;
use crate::charge::{admin_charge, confirm_charge};
use crate::context::AdminCall;
use shop_contract::{
    AdminCharge, AdminPayment, ConfirmCharge, ConfirmPayment, MatchPayments, ShopError, StatementLine, StatementMatch,
    StatementPreview,
};

/// Rows that could not be read and are named in the answer.
const NAMED: usize = 100;

/// Says of each deposit whether what it pays is sure, doubtful or not there, and confirms what is sure if asked to.
///
/// # Errors
/// `INVALID_INPUT` for a table that cannot be read, without columns of a bank, or with more than 5,000 rows. A deposit that
/// cannot be confirmed is named in its line.
pub async fn match_payments(call: AdminCall, request: MatchPayments) -> Result<StatementPreview, ShopError> {
    let zone = call.shop.zone();
    let table = Table::of(&request)?;
    let mut preview = call.read(move |db| Ok(preview(db, table, zone)?)).await?;
    if request.confirm {
        for line in preview.lines.iter_mut().filter(|line| line.found == StatementMatch::Sure) {
            confirm(&call, line).await;
        }
    }
    Ok(preview)
}

/// Confirms what a line surely pays, and shows it as it is then.
async fn confirm(call: &AdminCall, line: &mut StatementLine) {
    let amount = line.amount;
    let done = match (line.charges.first_mut(), line.payments.first_mut()) {
        (Some(charge), _) => {
            let request = ConfirmCharge { id: charge.charge.id, amount };
            confirm_charge(call.clone(), request).await.map(|confirmed| *charge = confirmed)
        }
        (None, Some(payment)) => {
            let request = ConfirmPayment { id: payment.payment.id, amount };
            confirm_payment(call.clone(), request).await.map(|confirmed| *payment = confirmed)
        }
        (None, None) => return,
    };
    match done {
        Ok(()) => line.confirmed = true,
        Err(refusal) => line.refusal = Some(refusal.code),
    }
}

fn preview(db: &Db, table: Table, zone: Tz) -> StoreResult<StatementPreview> {
    let Table { layout, lines, mut unread } = table;
    let first = lines.iter().map(|line| line.day).min();
    // A day more, because the deposit has a day of the shop's zone.
    let since = first.map(|day| day.and_time(chrono::NaiveTime::MIN).and_utc() - TimeDelta::days(1));
    let matches = match_lines(&lines, &known(db, since.unwrap_or_default(), zone)?);
    let fitting = Fitting::of(db, &matches)?;
    let unread_count = unread.len() as i64;
    unread.truncate(NAMED);
    let lines = lines.into_iter().zip(matches).map(|(line, found)| fitting.view(line, found)).collect();
    Ok(StatementPreview { bank: layout.bank.into(), lines, unread, unread_count })
}

/// What waits for a deposit, and what was confirmed since an instant.
fn known(db: &Db, since: DateTime<Utc>, zone: Tz) -> StoreResult<Vec<Known>> {
    let local = |at: DateTime<Utc>| -> NaiveDateTime { at.with_timezone(&zone).naive_local() };
    let charges = for_matching(db, since)?.into_iter().map(|row| Known {
        id: Awaited::Charge(row.id),
        depositor: row.depositor_name,
        amount: row.amount.get(),
        made_at: local(row.created_at),
        confirmed_at: row.decided_at.filter(|_| row.state == ChargeState::Confirmed).map(local),
    });
    let payments = deposits_for_matching(db, since)?.into_iter().map(|row| Known {
        id: Awaited::Payment(row.payment.id),
        depositor: row.payment.depositor_name.unwrap_or_default(),
        amount: row.payment.amount.get(),
        made_at: local(row.created_at),
        confirmed_at: row.payment.paid_at.map(local),
    });
    Ok(charges.chain(payments).collect())
}

/// What the deposits may be for, by id.
struct Fitting {
    charges: HashMap<i64, AdminCharge>,
    payments: HashMap<i64, AdminPayment>,
}

impl Fitting {
    fn of(db: &Db, matches: &[Match]) -> StoreResult<Self> {
        let found: HashSet<Awaited> = matches.iter().flat_map(awaited_in).collect();
        let mut fitting = Self { charges: HashMap::new(), payments: HashMap::new() };
        for one in found {
            match one {
                Awaited::Charge(id) => {
                    fitting.charges.extend(find_named(db, id)?.map(|row| (id, admin_charge(row))));
                }
                Awaited::Payment(id) => {
                    fitting.payments.extend(find_deposit(db, id)?.map(|row| (id, admin_payment(row))));
                }
            }
        }
        Ok(fitting)
    }

    fn view(&self, line: Line, found: Match) -> StatementLine {
        let (kind, doubt, confirmed) = match &found {
            Match::Sure(_) => (StatementMatch::Sure, None, false),
            Match::Doubtful(doubt, _) => (StatementMatch::Doubtful, Some((*doubt).into()), false),
            Match::Unmatched { is_confirmed } => (StatementMatch::Unmatched, None, *is_confirmed),
        };
        let mut shown = StatementLine {
            row: line.row,
            day: line.day.to_string(),
            depositor: line.depositor,
            amount: line.amount,
            found: kind,
            doubt,
            confirmed,
            refusal: None,
            charges: Vec::new(),
            payments: Vec::new(),
        };
        for one in awaited_in(&found) {
            match one {
                Awaited::Charge(id) => shown.charges.extend(self.charges.get(&id).cloned()),
                Awaited::Payment(id) => shown.payments.extend(self.payments.get(&id).cloned()),
            }
        }
        shown
    }
}

fn awaited_in(found: &Match) -> Vec<Awaited> {
    match found {
        Match::Sure(one) => vec![*one],
        Match::Doubtful(_, several) => several.clone(),
        Match::Unmatched { .. } => Vec::new(),
    }
}
