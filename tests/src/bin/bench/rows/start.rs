//! The start of `jangteo serve` on a large shop: until it listens, until it has answered the first page, and what it holds in
//! memory then. The files are in the system's cache, as after a restart of the program.

use std::time::Instant;

use anyhow::Result;
use shop_tests::soak::Program;

use crate::admin::BigShop;
use crate::clients::runtime;
use crate::http::{Line, resident_mebibytes};
use crate::measure::Plan;
use crate::stage::Stage;
use crate::table::{Check, Outcome};

/// Starts for each round; the best counts.
const STARTS: usize = 3;

/// The best of some starts.
pub fn row(stage: &Stage, plan: Plan) -> Result<Outcome> {
    let big = BigShop::prepare(stage)?;
    let copy = big.copy(stage)?;
    let (mut ready, mut usable, mut memory) = (f64::MAX, f64::MAX, 0.0_f64);
    for _ in 0..plan.rounds() * STARTS {
        let started = Instant::now();
        let program = Program::start(stage.jangteo()?, copy.folder())?;
        ready = ready.min(started.elapsed().as_secs_f64());
        runtime()?.block_on(async {
            Line::connect(program.port()).await?.get("/v1/products?limit=50").await?;
            anyhow::Ok(())
        })?;
        usable = usable.min(started.elapsed().as_secs_f64());
        memory = memory.max(resident_mebibytes(program.id())?);
        program.stop()?;
    }
    Ok(Outcome {
        measured: vec![("data", big.size()), ("memory after the first page, MiB", format!("{memory:.1}"))],
        checks: vec![
            Check::at_most("serve listens, s", 0.5, ready),
            Check::at_most("the first list of 50 is answered, s", 1.0, usable),
        ],
    })
}
