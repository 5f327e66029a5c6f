//! The mix with many clients, with very many, and with one.

use anyhow::Result;

use crate::clients::{bound, engine, naive, one_lock};
use crate::measure::Plan;
use crate::stage::Stage;
use crate::table::{Check, Outcome};
use crate::{slow_sync, whole};

/// 64 clients: group commit beside the obvious ways.
pub fn few(stage: &Stage, plan: Plan) -> Result<Outcome> {
    let [ours, whole, naive, lock, bare, bound] = plan.best([
        &|| engine(stage, plan, 64),
        &|| whole::mixed(stage, plan, 64),
        &|| naive(stage, plan, 64),
        &|| one_lock(stage, plan, 64),
        &|| one_lock(stage, plan, 1),
        &|| bound(stage, plan),
    ])?;
    let rate = ours.per_second();
    let slow = slow_sync::rates(64)?;
    Ok(Outcome {
        checks: vec![
            Check::at_least("x bound", 0.55, rate / bound.per_second()),
            Check::at_least("x one lock", 6.5, rate / lock.per_second()),
            Check::at_least("sync 5 ms slower: x naive", 10.0, slow.engine / slow.naive),
            Check::at_most("p99, ms", 10.0, ours.millis_at(0.99)),
            Check::at_most("max x max of bare commits", 3.0, ours.worst_millis() / bare.worst_millis()),
        ],
        measured: vec![
            ("engine", ours.to_string()),
            ("use cases", whole.to_string()),
            ("naive", naive.to_string()),
            ("one lock", lock.to_string()),
            ("bare FULL commits, one client", bare.to_string()),
            ("bound", bound.to_string()),
            ("engine, sync 5 ms slower", format!("{:>8.0}/s", slow.engine)),
            ("naive, sync 5 ms slower", format!("{:>8.0}/s", slow.naive)),
        ],
    })
}

/// 1,000 clients: larger groups, slow disks, and the use cases on top.
pub fn many(stage: &Stage, plan: Plan) -> Result<Outcome> {
    let [ours, whole, bound] =
        plan.best([&|| engine(stage, plan, 1_000), &|| whole::mixed(stage, plan, 1_000), &|| bound(stage, plan)])?;
    let slow = slow_sync::rates(1_000)?;
    Ok(Outcome {
        checks: vec![
            Check::at_least("x bound", 0.65, ours.per_second() / bound.per_second()),
            Check::at_least("sync 5 ms slower: x one lock", 60.0, slow.engine / slow.one_lock),
            Check::at_least("use cases x engine", 0.7, whole.per_second() / ours.per_second()),
        ],
        measured: vec![
            ("engine", ours.to_string()),
            ("use cases", whole.to_string()),
            ("bound", bound.to_string()),
            ("engine, sync 5 ms slower", format!("{:>8.0}/s", slow.engine)),
            ("one lock, sync 5 ms slower", format!("{:>8.0}/s", slow.one_lock)),
        ],
    })
}

/// One client, who must not pay for the others' company.
pub fn one(stage: &Stage, plan: Plan) -> Result<Outcome> {
    let [ours, bare] = plan.best([&|| engine(stage, plan, 1), &|| one_lock(stage, plan, 1)])?;
    Ok(Outcome {
        checks: vec![Check::at_most("latency in bare FULL commits", 1.15, ours.millis_at(0.5) / bare.millis_at(0.5))],
        measured: vec![("engine", ours.to_string()), ("bare FULL commit", bare.to_string())],
    })
}
