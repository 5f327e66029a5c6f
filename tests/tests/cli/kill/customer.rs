//! A customer of the kill test: one request after another, each with an idempotency key, and all answers kept.

use std::sync::Arc;

use serde_json::{Value, json};
use tokio::sync::Semaphore;

use crate::served::Served;

/// Points of one charge; a round costs less.
const CHARGE: i64 = 50_000;

/// The status and body of an answer.
pub type Answer = (u16, Value);

/// What a customer asks for next. The steps follow each other in this order, round after round.
#[derive(Debug, Clone, Copy)]
enum Step {
    Charge,
    /// Asks for the coupon of this round.
    Issue,
    Add,
    Order {
        line: i64,
    },
    Pay {
        order: i64,
        total: i64,
    },
}

/// A request that was sent.
#[derive(Debug, Clone)]
struct Request {
    key: String,
    path: String,
    body: Option<Value>,
}

/// The sums of all answers that a customer has got.
#[derive(Debug, Clone, Default)]
pub struct Sums {
    /// Points at the start, charges and payments.
    pub points: i64,
    /// Units in orders.
    pub units: i64,
    pub orders: i64,
    pub payments: i64,
    /// Coupons that were issued to the customer.
    pub coupons: Vec<i64>,
}

/// What all customers find.
#[derive(Debug)]
pub struct Market {
    pub product: i64,
    /// One for each round; fewer units of each than there are customers.
    pub coupons: Vec<i64>,
}

/// A customer with an access token.
#[derive(Debug, Clone)]
pub struct Customer {
    pub user: i64,
    pub token: String,
    pub sums: Sums,
    market: Arc<Market>,
    step: Step,
    round: usize,
    sent: u64,
    /// The request whose answer has not arrived.
    open: Option<Request>,
    /// The answered requests of this cycle.
    answered: Vec<(Request, Answer)>,
}

impl Customer {
    pub fn new(user: i64, token: String, points: i64, market: Arc<Market>) -> Self {
        let sums = Sums { points, ..Sums::default() };
        Self { user, token, sums, market, step: Step::Charge, round: 0, sent: 0, open: None, answered: Vec::new() }
    }

    /// Sends requests until the program is gone. An answer that no step expects ends it with a message.
    pub async fn shop_on(&mut self, served: &Served, done: &Semaphore) -> Result<(), String> {
        loop {
            let request = self.next();
            self.open = Some(request.clone());
            let Some(answer) = self.send(served, &request).await else { return Ok(()) };
            self.take(answer)?;
            done.add_permits(1);
        }
    }

    /// Repeats the request without an answer; gives whether there was one.
    pub async fn repeat(&mut self, served: &Served) -> Result<bool, String> {
        let Some(request) = self.open.clone() else { return Ok(false) };
        let answer = self.send(served, &request).await.ok_or("the repetition is not answered")?;
        self.take(answer)?;
        Ok(true)
    }

    /// Asks every answered request of this cycle again, which must be answered the same, and forgets them; gives how many.
    pub async fn ask_again(&mut self, served: &Served) -> Result<usize, String> {
        let answered = std::mem::take(&mut self.answered);
        for (request, answer) in &answered {
            let again = self.send(served, request).await;
            if again.as_ref() != Some(answer) {
                return Err(format!("{request:?} was answered {answer:?}, and again {again:?}"));
            }
        }
        Ok(answered.len())
    }

    async fn send(&self, served: &Served, request: &Request) -> Option<Answer> {
        served.try_post(&request.path, &self.token, &request.key, request.body.clone()).await
    }

    fn next(&mut self) -> Request {
        self.sent += 1;
        let address =
            json!({"recipientName": "김손님", "phone": "010-1234-5678", "zipCode": "04524", "address": "서울"});
        let (path, body) = match self.step {
            Step::Charge => ("/v1/points/charge".to_owned(), Some(json!({"amount": CHARGE}))),
            Step::Issue => (format!("/v1/coupons/{}/issue", self.coupon()), None),
            Step::Add => {
                let line = json!({"productId": self.market.product, "quantity": self.quantity()});
                ("/v1/carts/items".to_owned(), Some(line))
            }
            Step::Order { line } => {
                let order = json!({"shippingAddress": address, "couponIds": [], "cartItemIds": [line]});
                ("/v1/orders".to_owned(), Some(order))
            }
            Step::Pay { order, total } => {
                let payment = json!({"orderId": order, "paymentMethod": "POINT", "amount": total});
                ("/v1/payments".to_owned(), Some(payment))
            }
        };
        Request { key: format!("kill-{}", self.sent), path, body }
    }

    /// The coupon of this round.
    fn coupon(&self) -> i64 {
        self.market.coupons[self.round]
    }

    /// One to three units.
    fn quantity(&self) -> i64 {
        1 + i64::try_from(self.round % 3).expect("below three")
    }

    /// Counts an answer and decides the next step.
    fn take(&mut self, answer: Answer) -> Result<(), String> {
        let request = self.open.take().ok_or("nothing was asked")?;
        let (status, body) = &answer;
        let number = |name: &str| body[name].as_i64().ok_or_else(|| format!("no {name} in {body}"));
        self.step = match (self.step, status) {
            (Step::Charge, 200) => {
                self.sums.points += CHARGE;
                Step::Issue
            }
            (Step::Issue, 201) => {
                self.sums.coupons.push(self.coupon());
                Step::Add
            }
            (Step::Issue, 409) if body["code"] == "COUPON_SOLD_OUT" => Step::Add,
            (Step::Add, 200) => Step::Order { line: number("id")? },
            (Step::Order { .. }, 201) => {
                self.sums.units += self.quantity();
                self.sums.orders += 1;
                Step::Pay { order: number("id")?, total: number("totalAmount")? }
            }
            (Step::Pay { total, .. }, 200) => {
                self.sums.points -= total;
                self.sums.payments += 1;
                self.round += 1;
                Step::Charge
            }
            _ => return Err(format!("customer {}: {request:?} is answered {answer:?}", self.user)),
        };
        self.answered.push((request, answer));
        Ok(())
    }
}
