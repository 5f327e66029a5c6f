//! Checkpoints that fail: writes go on, nothing of them is lost, and the next checkpoint does the work.

use shop_app::context::Call;
use shop_app::point::charge_points;
use shop_contract::{ChargePoints, ErrorCode};
use shop_tests::fault_vfs::{Code, Fault, install, mend, met, plan};

use crate::contents::Contents;
use crate::scene::{Scene, admitted};

/// Charges until the checkpointer has met the fault, and so many more.
const MORE: usize = 20;
/// No checkpointer takes as long as so many charges.
const MOST: usize = 100_000;

#[tokio::test]
async fn a_checkpoint_that_fails_loses_nothing() {
    install();
    for (code, times) in Code::ALL.into_iter().flat_map(|code| [(code, 1), (code, usize::MAX)]) {
        // The checkpointer opens nothing while it runs.
        if code == Code::CantOpen {
            continue;
        }
        let mut scene = Scene::new();
        let who = scene.customer(0).await;
        let folder = scene.file().parent().expect("a folder").to_owned();
        plan(&folder, Fault::Checkpoint(code), times);
        let (mut charged, mut left) = (0, MORE);
        for _ in 0..MOST {
            let call = admitted(Call::new(std::sync::Arc::clone(&scene.shop), Some(who), None));
            match charge_points(call, ChargePoints::of(1_000)).await {
                Ok(_) => charged += 1_000,
                Err(error) => assert_eq!(error.code, ErrorCode::StorageUnavailable, "{code:?}: {error:?}"),
            }
            left -= usize::from(met(&folder) > 0);
            if left == 0 {
                break;
            }
        }
        assert!(met(&folder) > 0, "{code:?}: a checkpoint meets the fault");
        mend(&folder);
        assert_eq!(scene.points(who), charged, "{code:?}: what was answered is there");
        scene.restart().await;
        assert_eq!(scene.points(who), charged, "{code:?}: also after a start");
        Contents::read(&scene.file()).unwrap_or_else(|why| panic!("{code:?}: {why}"));
    }
}
