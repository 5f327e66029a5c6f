//! The Lab of the window: at most one run at a time, and the runs of the last crowd for the report.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use parking_lot::Mutex;
use shop_contract::LabOutcome;

/// The state that the commands of the Lab share.
#[derive(Default)]
pub struct Lab {
    /// Set to end the present run; `None` while there is none.
    running: Mutex<Option<Arc<AtomicBool>>>,
    /// The latest run under each guard of the last crowd.
    outcomes: Mutex<Vec<LabOutcome>>,
}

/// The one run that may be made now. Its end frees the place, whatever ends it.
pub struct Place<'a> {
    lab: &'a Lab,
    /// Becomes true where the run is to end early.
    pub stop: Arc<AtomicBool>,
}

impl Lab {
    /// Takes the place of the run; `None` while another run has it.
    pub fn begin(&self) -> Option<Place<'_>> {
        let mut running = self.running.lock();
        if running.is_some() {
            return None;
        }
        let stop = Arc::new(AtomicBool::new(false));
        *running = Some(Arc::clone(&stop));
        Some(Place { lab: self, stop })
    }

    /// Ends the present run early, if there is one.
    pub fn stop(&self) {
        if let Some(stop) = &*self.running.lock() {
            stop.store(true, Ordering::Relaxed);
        }
    }

    /// Keeps a run. A run of another crowd replaces all earlier ones, a run of the same crowd the one under its guard.
    pub fn keep(&self, outcome: LabOutcome) {
        let mut outcomes = self.outcomes.lock();
        outcomes.retain(|other| is_same_crowd(other, &outcome) && other.guard != outcome.guard);
        outcomes.push(outcome);
    }

    /// The runs of the last crowd, in the order in which they were made.
    pub fn outcomes(&self) -> Vec<LabOutcome> {
        self.outcomes.lock().clone()
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        *self.lab.running.lock() = None;
    }
}

fn is_same_crowd(one: &LabOutcome, other: &LabOutcome) -> bool {
    (one.scenario, one.users, one.stock, &one.arrivals) == (other.scenario, other.users, other.stock, &other.arrivals)
}
