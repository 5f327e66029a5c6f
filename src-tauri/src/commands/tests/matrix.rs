//! Every command against every session that a window can hold: none, its customer's, another customer's, that of an admin of each
//! role, and those that have ended.

use serde_json::json;
use shop_app::user::SessionSecret;
use shop_contract::{Access, AdminRole, ErrorCode};
use shop_tests::http::TestUser;
use shop_tests::listed::operation::Operation;
use shop_tests::listed::rows::{Stranger, row};
use shop_tests::listed::stage::{MARK, Stage, make_ready, make_way};

use super::TestWindow;
use super::own::{self, Outcome};

/// Sessions that count for nothing any more, each with the reason.
async fn ended(window: &TestWindow) -> Vec<(&'static str, SessionSecret)> {
    let site = &window.site;
    let idle = site.customer(0).await;
    let expired = window.sign_in(&idle).await;
    site.expire_sessions(&idle);
    let revoked = window.sign_in(&site.admin().await).await;
    window.hold(Some(&revoked)).await;
    window.invoke("logout", &json!({})).expect("a session can be left");
    let user = site.admin().await;
    let blocked = window.sign_in(&user).await;
    site.block(&user);
    vec![("expired", expired), ("signed out", revoked), ("blocked", blocked)]
}

#[tokio::test]
async fn no_command_serves_those_whom_it_is_not_for() {
    let window = TestWindow::open().await;
    let (owner, stage) = Stage::set(&window.site).await;
    let customer = window.sign_in(&owner).await;
    let mut rows: Vec<_> = Operation::ALL
        .iter()
        .map(|operation| (operation.listed().name, operation.listed().access, row(*operation, &stage).0))
        .collect();
    rows.extend(own::all(&owner.email).into_iter().map(|own| (own.name, own.access, own.request)));
    let mut sessions = vec![("without a session", None)];
    sessions.extend(ended(&window).await.into_iter().map(|(why, secret)| (why, Some(secret))));
    for (why, secret) in sessions {
        window.hold(secret.as_ref()).await;
        for (command, access, request) in &rows {
            if !matches!(access, Access::Public | Access::Open) {
                window.refuses(command, request, ErrorCode::Unauthorized, why);
            }
        }
    }
    window.hold(Some(&customer)).await;
    for (command, _, request) in rows.iter().filter(|(_, access, _)| access.role().is_some()) {
        window.refuses(command, request, ErrorCode::Forbidden, "by a customer");
    }
    for role in [AdminRole::Clerk, AdminRole::Manager] {
        window.hold(Some(&window.sign_in(&window.site.admin_as(role).await).await)).await;
        let is_refused = |access: &Access| access.role().is_some_and(|least| !role.permits(least));
        for (command, _, request) in rows.iter().filter(|(_, access, _)| is_refused(access)) {
            window.refuses(command, request, ErrorCode::Forbidden, &format!("by a {role:?}"));
        }
    }
}

#[tokio::test]
async fn no_command_gives_a_stranger_what_is_another_s() {
    let window = TestWindow::open().await;
    let (_, stage) = Stage::set(&window.site).await;
    let strangers = [("another customer", window.site.customer(10_000).await), ("an admin", window.site.admin().await)];
    for (who, user) in strangers {
        window.hold(Some(&window.sign_in(&user).await)).await;
        for operation in Operation::ALL.iter().filter(|operation| operation.listed().access == Access::Customer) {
            let (name, (request, expected)) = (operation.listed().name, row(*operation, &stage));
            if let Stranger::Refused(code) = expected {
                window.refuses(name, &request, code, who);
                window.refuses(name, &row(*operation, &stage.nowhere()).0, code, "for what does not exist");
            } else if operation.listed().is_read() {
                let answer = window.invoke(name, &request).map(|answer| answer.to_string());
                assert!(answer.is_ok_and(|answer| !answer.contains(MARK)), "{name} tells {who} of the owner");
            }
        }
    }
}

/// A window with a stage of its own, and the sessions of its owner and of an admin.
struct Staged {
    window: TestWindow,
    owner: TestUser,
    stage: Stage,
    secrets: [SessionSecret; 2],
}

impl Staged {
    async fn set() -> Self {
        let window = TestWindow::open().await;
        let (owner, stage) = Stage::set(&window.site).await;
        let admin = window.site.admin().await;
        let secrets = [window.sign_in(&owner).await, window.sign_in(&admin).await];
        Self { window, owner, stage, secrets }
    }
}

#[tokio::test]
async fn every_operation_is_done_for_those_whom_it_is_for() {
    let mut unchanged = None;
    for operation in Operation::ALL {
        let listed = operation.listed();
        let staged = match unchanged.take() {
            Some(staged) => staged,
            None => Staged::set().await,
        };
        make_way(&staged.window.site, *operation).await;
        staged.window.hold(holder(listed.access, &staged.secrets)).await;
        let answer = staged.window.invoke(listed.name, &row(*operation, &staged.stage).0);
        assert!(answer.is_ok(), "{operation:?} for whom it is: {answer:?}");
        // A read leaves the stage to the next operation; after a write it is set again.
        unchanged = listed.is_read().then_some(staged);
    }
}

fn holder(access: Access, [owner, admin]: &[SessionSecret; 2]) -> Option<&SessionSecret> {
    match access {
        Access::Public | Access::Open => None,
        Access::Customer => Some(owner),
        Access::Admin(_) => Some(admin),
    }
}

#[tokio::test]
async fn every_command_of_the_window_is_done_for_those_whom_it_is_for() {
    let Staged { window, owner, secrets, .. } = Staged::set().await;
    make_ready(&window.site).await;
    for own in own::all(&owner.email) {
        window.hold(holder(own.access, &secrets)).await;
        match own.outcome {
            Outcome::Answered => {
                let answer = window.invoke(own.name, &own.request);
                assert!(answer.is_ok(), "{}: {answer:?}", own.name);
            }
            Outcome::Refused(code) => window.refuses(own.name, &own.request, code, "in this shop"),
            Outcome::NotHere(_) => {}
        }
    }
}
