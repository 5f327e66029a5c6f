//! Owners who remove, demote and block each other at once: one owner stays.

use shop_app::context::AdminCall;
use shop_app::runtime::Principal;
use shop_app::user::{remove_staff, set_staff_role, set_user_state};
use shop_contract::{AdminRole, ById, SetStaffRole, SetUserState, ShopError, UserState};

use crate::market::{all_at_once, in_every_way};

const OWNERS: usize = 8;
const ROUNDS: usize = 5;

/// How many owners may sign in.
const LEFT: &str = "SELECT count(*) FROM user WHERE role = 'OWNER' AND state = 'NORMAL'";

/// Takes the owner's place away from another one, in one of the three ways.
async fn oust(call: AdminCall, number: usize, id: i64) -> Result<(), ShopError> {
    match number % 3 {
        0 => remove_staff(call, ById { id }).await.map(drop),
        1 => set_staff_role(call, SetStaffRole { id, role: AdminRole::Clerk }).await.map(drop),
        _ => set_user_state(call, SetUserState { id, state: UserState::Inactive }).await.map(drop),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_owners_who_remove_each_other_one_stays() {
    in_every_way(async |market| {
        for round in 1..=ROUNDS {
            market.scene.sql("UPDATE user SET role = 'CLERK' WHERE role = 'OWNER'");
            let mut owners = Vec::new();
            for _ in 0..OWNERS {
                owners.push(market.scene.admin().await);
            }
            // Each removes the next one, and the last one the first.
            let next = owners.iter().cycle().skip(1);
            let acts = owners.iter().zip(next).enumerate();
            let oust_next = |(number, (by, other)): (usize, (&Principal, &Principal))| {
                oust(market.call(number, *by), number, other.user_id)
            };
            let answers = all_at_once(acts.map(oust_next)).await;
            let ousted = answers.iter().filter(|answer| answer.is_ok()).count();
            assert_eq!(market.scene.count(LEFT), 1, "round {round}: {answers:?}");
            assert_eq!(ousted, OWNERS - 1, "all but one have lost their place: {answers:?}");
        }
    })
    .await;
}
