//! When observers are told.

use std::sync::Arc;

use chrono::NaiveDate;
use parking_lot::Mutex;
use shop_store::StoreError;

use super::locks::LockKey;
use super::{Effects, Observer, Runtime, ShopOptions, Sold, WorkError, WriteError};
use shop_contract::ErrorCode;

/// What it was told, in order.
#[derive(Default)]
struct Recorder(Mutex<Vec<String>>);

impl Recorder {
    fn told(&self) -> Vec<String> {
        self.0.lock().clone()
    }
}

impl Observer for Recorder {
    fn after_commit(&self, effects: &Effects) {
        let units: i64 = effects.sold.iter().map(|sold| sold.quantity).sum();
        self.0.lock().push(format!("sold {units}"));
    }

    fn before_close(&self, runtime: &Runtime) {
        let is_open = runtime.read(shop_store::setting::latest_row).is_ok();
        self.0.lock().push(format!("closes, open: {is_open}"));
    }
}

#[tokio::test]
async fn an_observer_is_told_of_each_commit_before_its_answer_and_of_the_close() {
    let folder = tempfile::tempdir().expect("a folder");
    let recorder = Arc::new(Recorder::default());
    let observers: Vec<Arc<dyn Observer>> = vec![Arc::clone(&recorder) as _];
    let runtime = Runtime::open(ShopOptions::new(folder.path()), observers).expect("it opens");
    let sell = |units, end: fn() -> Result<(), WorkError>| {
        runtime.write(LockKey::Shop, move |writing| {
            let sold = Sold { day: NaiveDate::default(), product_id: 1, quantity: units, amount: 0 };
            writing.effects.sold(sold);
            end()
        })
    };
    let refused = sell(5, || Err(ErrorCode::Conflict.into())).await;
    assert!(matches!(refused, Err(WriteError::Refused(_))), "{refused:?}");
    let failed = sell(6, || Err(StoreError::BadValue(String::from("a row")).into())).await;
    assert!(matches!(failed, Err(WriteError::Failed(_))), "{failed:?}");
    assert!(recorder.told().is_empty(), "what was rolled back is not told: {:?}", recorder.told());
    sell(2, || Ok(())).await.expect("it is written");
    assert_eq!(recorder.told(), ["sold 2"], "it is told before the answer");
    drop(runtime);
    assert_eq!(recorder.told(), ["sold 2", "closes, open: true"], "the file can still be read");
}
