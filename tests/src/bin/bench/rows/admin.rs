//! The panel of a large shop: the median of every question its pages ask, all orders as a file, and a table of products
//! taken in. One admin asks, one question after the other.

use std::fs;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use chrono::TimeDelta;
use hdrhistogram::Histogram;
use shop_app::context::AdminCall;

use crate::admin::{BigShop, Facts, Question, questions, questions_of_the_past};
use crate::clients;
use crate::measure::Plan;
use crate::stage::Stage;
use crate::table::{Check, Outcome};

/// What the panel may take, in milliseconds.
const GOAL: f64 = 50.0;
/// A question is asked so often at least, and at most.
const TURNS: (usize, usize) = (5, 200);
/// Beyond the least it is asked no longer than this.
const LONG_ENOUGH: Duration = Duration::from_millis(600);
/// The later page of a list comes after so many others.
const PAGES: usize = 20;
/// The shop is also looked at when all that it sold is longer past than what is counted in memory.
const LATER: TimeDelta = TimeDelta::days(40);

/// Every question, at its first page and at a later one.
pub fn questions_asked(stage: &Stage, _: Plan) -> Result<Outcome> {
    let big = BigShop::prepare(stage)?;
    let runtime = clients::runtime()?;
    let mut checks = Vec::new();
    for (later, asked) in
        [(TimeDelta::zero(), questions as fn(&Facts) -> Vec<Question>), (LATER, questions_of_the_past)]
    {
        let call = big.open(later)?;
        let facts = runtime.block_on(Facts::of(&call))?;
        for question in asked(&facts) {
            checks.extend(runtime.block_on(measured(&call, &question))?);
        }
    }
    let slowest = checks.iter().map(|check| check.found).fold(0.0, f64::max);
    let found = format!("{} questions, the slowest {slowest:.2} ms", checks.len());
    Ok(Outcome { measured: vec![("data", big.size()), ("medians, ms", found)], checks })
}

/// The question; for a list also the question for a later page, where there is one.
async fn measured(call: &AdminCall, question: &Question) -> Result<Vec<Check>> {
    let mut checks = vec![timed(call, question, None, question.name.clone()).await?];
    let mut cursor = None;
    for _ in 0..PAGES {
        let next = question.ask(call, 0, cursor.clone()).await.context(question.name.clone())?;
        if next.is_none() {
            break;
        }
        cursor = next;
    }
    if cursor.is_some() {
        checks.push(timed(call, question, cursor, format!("{}, a later page", question.name)).await?);
    }
    Ok(checks)
}

async fn timed(call: &AdminCall, question: &Question, cursor: Option<String>, name: String) -> Result<Check> {
    let mut times = Histogram::<u64>::new(3)?;
    let (begun, busy, (least, most)) = (Instant::now(), busy(), TURNS);
    for turn in 0..most {
        if turn >= least && begun.elapsed() >= LONG_ENOUGH {
            break;
        }
        let started = Instant::now();
        question.ask(call, turn, cursor.clone()).await.with_context(|| name.clone())?;
        times.record(u64::try_from(started.elapsed().as_nanos())?)?;
    }
    let millis = |quantile: f64| times.value_at_quantile(quantile) as f64 / 1e6;
    let processor = self::busy().saturating_sub(busy).as_secs_f64() * 1e3 / times.len() as f64;
    let note = format!("p99 {:>8.2}, {processor:.2} ms of processor each", millis(0.99));
    Ok(Check { note, ..Check::at_most(name, GOAL, millis(0.5)) })
}

/// How long the threads of this process have run so far. Beside other programs the clock says more of them than of the shop.
fn busy() -> Duration {
    let threads = fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    let nanos = threads.filter_map(|thread| {
        let times = fs::read_to_string(thread.path().join("schedstat")).ok()?;
        times.split(' ').next()?.parse::<u64>().ok()
    });
    Duration::from_nanos(nanos.sum())
}
