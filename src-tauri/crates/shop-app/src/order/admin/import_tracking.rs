//! Takes in a table with tracking numbers: an order that is prepared is shipped, one that is on its way is corrected. All rows or
//! none, in one transaction; a dry run says what each row would do.

use std::collections::{HashMap, HashSet};

use chrono_tz::Tz;
use shop_domain::order::{DeliveryEvent, DeliveryState, OrderState, TrackingStep, tracking_step};
use shop_domain::shipping::{DeliveryMethod, parse_carrier_name, parse_tracking_number};
use shop_store::order::{Order, Tracking, for_numbers};
use shop_store::{Db, StoreResult};

use super::parcel::{Told, correct, step};
use super::tracking_table::{TypedRow, Unreadable, table};
use crate::context::AdminCall;
use crate::runtime::locks::{Keys, LockKey};
use crate::runtime::{Principal, WorkError, Writing};
use shop_contract::{
    ImportTracking, ImportedTracking, ShopError, TrackingChange, TrackingFault, TrackingReason, TrackingRow, operation,
};

/// Ships and corrects the orders of a table, or says what it would do.
///
/// # Errors
/// `INVALID_INPUT` for a request without a table, or with a carrier that is none; as any write. A faulty row is in the answer,
/// and then nothing is done.
pub async fn import_tracking(call: AdminCall, request: ImportTracking) -> Result<ImportedTracking, ShopError> {
    let common = match request.carrier.as_deref() {
        None => None,
        Some(text) => {
            Some(parse_carrier_name(text).ok_or_else(|| ShopError::invalid("carrier", "1 to 50 characters"))?)
        }
    };
    let rows = match table(&request)? {
        Ok(rows) => rows,
        Err(unreadable) => return Ok(of_unreadable(unreadable)),
    };
    let planned = call.read_inline(|db| Ok(Plan::of(db, &rows, common.as_deref())?))?;
    if request.dry_run.unwrap_or(false) {
        return Ok(planned.answer(false));
    }
    let (actor, zone) = (call.admin(), call.shop.zone());
    let keys = Keys::new(planned.steps.iter().map(|step| LockKey::Order(step.order.id)));
    call.write(operation::import_tracking, &request, keys, move |writing| {
        let plan = Plan::of(writing.tx, &rows, common.as_deref())?;
        if !plan.faults.is_empty() {
            return Ok(plan.answer(false));
        }
        plan.write(writing, actor, zone)?;
        Ok(plan.answer(true))
    })
    .await
}

fn of_unreadable((reason, line): Unreadable) -> ImportedTracking {
    let nothing = Plan { steps: Vec::new(), faults: Vec::new(), left_out: 0 };
    ImportedTracking { unreadable: Some(reason), unreadable_line: Some(line), ..nothing.answer(false) }
}

/// What a table does.
struct Plan {
    steps: Vec<Step>,
    faults: Vec<TrackingFault>,
    left_out: i64,
}

/// What a row does.
struct Step {
    line: i64,
    order: Order,
    step: TrackingStep,
    tracking: Tracking,
}

impl Plan {
    /// Decides on every row by the orders as they are.
    fn of(db: &Db, rows: &[TypedRow], common_carrier: Option<&str>) -> StoreResult<Self> {
        let numbers: Vec<&str> = rows.iter().map(|row| row.order_number.as_str()).collect();
        let found = for_numbers(db, &numbers)?.into_iter();
        let mut orders: HashMap<String, Order> = found.map(|order| (order.order_number.clone(), order)).collect();
        let mut seen = HashSet::new();
        let mut plan = Self { steps: Vec::new(), faults: Vec::new(), left_out: 0 };
        for row in rows {
            if row.carrier.is_empty() && row.tracking_number.is_empty() {
                plan.left_out += 1;
                continue;
            }
            let decided = if seen.insert(row.order_number.as_str()) {
                decide(row, orders.remove(&row.order_number), common_carrier)
            } else {
                Err(TrackingReason::SecondRow)
            };
            match decided {
                Ok(step) => plan.steps.push(step),
                Err(reason) => {
                    let order_number = row.order_number.clone();
                    plan.faults.push(TrackingFault { line: row.line, order_number, reason });
                }
            }
        }
        Ok(plan)
    }

    fn write(&self, writing: &mut Writing<'_>, actor: Principal, zone: Tz) -> Result<(), WorkError> {
        for Step { order, step: change, tracking, .. } in &self.steps {
            match change {
                TrackingStep::Ship => {
                    let told = Told { tracking: Some(tracking.clone()), ..Told::default() };
                    let facts = operation::ship_order.facts();
                    step(writing, actor, (facts, zone), order, DeliveryEvent::Ship, &told)?;
                }
                TrackingStep::Correct => correct(writing, actor, order, tracking)?,
                TrackingStep::Unchanged => {}
            }
        }
        Ok(())
    }

    fn answer(self, done: bool) -> ImportedTracking {
        let count = |wanted: TrackingStep| self.steps.iter().filter(|step| step.step == wanted).count() as i64;
        ImportedTracking {
            done,
            shipped: count(TrackingStep::Ship),
            corrected: count(TrackingStep::Correct),
            unchanged: count(TrackingStep::Unchanged),
            left_out: self.left_out,
            rows: self.steps.into_iter().map(view).collect(),
            faults: self.faults,
            unreadable: None,
            unreadable_line: None,
        }
    }
}

fn decide(row: &TypedRow, order: Option<Order>, common_carrier: Option<&str>) -> Result<Step, TrackingReason> {
    let order = order.ok_or(TrackingReason::NoSuchOrder)?;
    let given = |text: &str| Some(text).filter(|text| !text.is_empty()).map(str::to_owned);
    let carrier = given(&row.carrier).map(|text| parse_carrier_name(&text).ok_or(TrackingReason::BadCarrier));
    let carrier = carrier.transpose()?.or_else(|| common_carrier.map(str::to_owned));
    let number = given(&row.tracking_number);
    let number =
        number.map(|text| parse_tracking_number(&text).ok_or(TrackingReason::BadTrackingNumber)).transpose()?;
    // What a row leaves empty stays as the order has it, as with a single shipment.
    let tracking = Tracking {
        carrier: carrier.or_else(|| order.tracking.carrier.clone()),
        number: number.or_else(|| order.tracking.number.clone()),
    };
    let is_same = order.tracking == tracking;
    let step = tracking_step(order.state, order.delivery_state, order.delivery_method, is_same);
    let step = step.map_err(|_| reason(&order))?;
    Ok(Step { line: row.line, order, step, tracking })
}

fn reason(order: &Order) -> TrackingReason {
    match (order.state, order.delivery_method, order.delivery_state) {
        (OrderState::Confirmed, DeliveryMethod::Pickup, _) => TrackingReason::Pickup,
        (OrderState::Confirmed, _, Some(DeliveryState::Delivered)) => TrackingReason::Delivered,
        _ => TrackingReason::NotPaid,
    }
}

fn view(step: Step) -> TrackingRow {
    let Step { line, order, step, tracking } = step;
    TrackingRow {
        line,
        order_id: order.id,
        order_number: order.order_number,
        recipient_name: order.address.recipient_name,
        change: match step {
            TrackingStep::Ship => TrackingChange::Shipped,
            TrackingStep::Correct => TrackingChange::Corrected,
            TrackingStep::Unchanged => TrackingChange::Unchanged,
        },
        carrier: tracking.carrier,
        tracking_number: tracking.number,
        carrier_before: order.tracking.carrier,
        tracking_number_before: order.tracking.number,
    }
}
