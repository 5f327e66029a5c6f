//! Every operation against everybody: nobody, its customer, another one, an admin of each role, and those whose token is worth nothing
//! any more. What is another's behaves as if it did not exist, to the last byte.

use rusqlite::Connection;
use serde_json::{Value, json};
use shop_contract::ErrorCode;

use crate::document::Document;
use crate::http::{Answer, KEY, PASSWORD, Site, TestUser, claims, header, hs256, leeway, lifetime};
use crate::operation::Operation;
use crate::rows::{Stranger, row};
use crate::stage::{MARK, Stage, make_way};
use shop_contract::{Access, AdminRole};

/// An operation on its own stage.
struct Trial {
    site: Site,
    operation: Operation,
    owner: TestUser,
    stage: Stage,
    document: Document,
}

impl Trial {
    async fn of(operation: Operation) -> Self {
        let site = Site::open().await;
        let (owner, stage) = Stage::set(&site).await;
        make_way(&site, operation).await;
        Self { site, operation, owner, stage, document: Document::read() }
    }

    /// Asks, and holds the answer against the published document whatever it is.
    async fn ask(&self, stage: &Stage, token: Option<&str>) -> Answer {
        let ask = self.operation.ask(&self.site, &row(self.operation, stage).0);
        let answer = match token {
            Some(token) => ask.bearer(token).send().await,
            None => ask.send().await,
        };
        self.document.holds(self.operation, &answer);
        answer
    }

    /// Tokens that are worth nothing, each with the reason.
    async fn worthless(&self) -> Vec<(&'static str, String)> {
        let (site, scene) = (&self.site, &self.site.scene);
        let long_ago = scene.shop.now() - chrono::TimeDelta::seconds(lifetime() + leeway());
        let expired = hs256(&KEY, &header(), &claims(self.owner.principal, long_ago));
        let revoked = site.elsewhere(&self.owner).await;
        let away = json!({"id": revoked.principal.session_id});
        Operation::end_session.ask(site, &away).by(&revoked).send().await.is(204, "a session ends itself");
        let blocked = site.customer(0).await;
        scene.sql(&format!("UPDATE user SET state = 'INACTIVE' WHERE id = {}", blocked.principal.user_id));
        let old = site.customer(0).await;
        let new = json!({"currentPassword": PASSWORD, "newPassword": "another password"});
        let changed = Operation::change_password.ask(site, &new).by(&site.elsewhere(&old).await).send().await;
        changed.is(204, "the password is changed elsewhere");
        let signed_in = json!({"email": self.owner.email, "password": PASSWORD});
        let pair = site.post("/v1/auth/login", signed_in).send().await.is(200, "the owner signs in");
        let refresh = pair["refreshToken"].as_str().expect("a token").to_owned();
        vec![
            ("expired", expired),
            ("signed out", revoked.token),
            ("blocked", blocked.token),
            ("after a new password", old.token),
            ("a refresh token", refresh),
            ("garbage", String::from("garbage")),
        ]
    }

    /// An admin of each role that is less than this access needs.
    async fn lesser(&self, access: Access) -> Vec<(AdminRole, TestUser)> {
        let mut lesser = Vec::new();
        for role in roles() {
            if access.role().is_some_and(|least| !role.permits(least)) {
                lesser.push((role, self.site.admin_as(role).await));
            }
        }
        lesser
    }

    /// Asserts that those who may not come in are refused, and that nothing is changed by their asking.
    async fn turns_away(&self) {
        let (operation, access) = (self.operation, self.operation.listed().access);
        let worthless = self.worthless().await;
        let lesser = self.lesser(access).await;
        let file = Connection::open(self.site.scene.file()).expect("the file opens");
        let version = |file: &Connection| {
            file.query_row("PRAGMA data_version", [], |row| row.get::<_, i64>(0)).expect("a number")
        };
        let before = version(&file);
        for (why, token) in worthless {
            let answer = self.ask(&self.stage, Some(&token)).await;
            answer.refused(ErrorCode::Unauthorized, &format!("{operation:?} {why}"));
        }
        if access != Access::Open {
            self.ask(&self.stage, None).await.refused(ErrorCode::Unauthorized, &format!("{operation:?} by nobody"));
        }
        if let Access::Admin(least) = access {
            let answer = self.ask(&self.stage, Some(&self.owner.token)).await;
            let told = answer.refused(ErrorCode::Forbidden, &format!("{operation:?} by a customer"));
            assert_eq!(told, Value::Null, "{operation:?}: a customer is not told of roles");
            for (role, user) in lesser {
                let answer = self.ask(&self.stage, Some(&user.token)).await;
                let told = answer.refused(ErrorCode::Forbidden, &format!("{operation:?} by a {role:?}"));
                let needed = json!({"reason": "ROLE", "neededRole": least});
                assert_eq!(told, needed, "{operation:?} tells a {role:?} which role it needs");
            }
        }
        assert_eq!(version(&file), before, "{operation:?}: a refused caller has written nothing");
    }

    /// Asserts that a stranger neither gets nor moves what is the owner's.
    async fn keeps_from(&self, who: &str, stranger: &TestUser) {
        let operation = self.operation;
        let (_, expected) = row(operation, &self.stage);
        let answer = self.ask(&self.stage, Some(&stranger.token)).await;
        let body = answer.body.to_string();
        assert!(!body.contains(MARK), "{operation:?} tells {who} of the owner: {body}");
        if let Stranger::Refused(code) = expected {
            answer.refused(code, &format!("{operation:?} by {who}"));
            let nowhere = self.ask(&self.stage.nowhere(), Some(&stranger.token)).await;
            let mut said = nowhere.body.to_string();
            for (owned, nothing) in self.stage.owned().iter().zip(self.stage.nowhere().owned()) {
                said = said.replace(&format!(":{nothing}"), &format!(":{owned}"));
            }
            let alike = nowhere.status == answer.status && (said == body || nowhere.body == answer.body);
            assert!(alike, "{operation:?} tells {who} what exists: {body} against {}", nowhere.body);
        }
    }
}

#[tokio::test]
async fn every_operation_lets_in_exactly_those_it_is_for() {
    for operation in Operation::ALL {
        let trial = Trial::of(*operation).await;
        let listed = operation.listed();
        trial.turns_away().await;
        let admin = trial.site.admin_as(listed.access.role().unwrap_or(AdminRole::Owner)).await;
        let rightful = match listed.access {
            Access::Public | Access::Open => None,
            Access::Customer => Some(trial.owner.token.as_str()),
            // The least role that the list names is enough.
            Access::Admin(_) => Some(admin.token.as_str()),
        };
        if listed.access == Access::Customer {
            trial.keeps_from("another customer", &trial.site.customer(10_000).await).await;
            trial.keeps_from("an admin", &admin).await;
        }
        let answer = trial.ask(&trial.stage, rightful).await;
        answer.is(listed.status, &format!("{operation:?} is done for whom it is"));
    }
}

/// Every role of an admin.
fn roles() -> impl Iterator<Item = AdminRole> {
    shop_domain::user::AdminRole::ALL.iter().copied().map(AdminRole::from)
}

#[tokio::test]
async fn a_greater_role_may_do_what_a_lesser_one_may() {
    let site = Site::open().await;
    let (_, stage) = Stage::set(&site).await;
    let mut admins = Vec::new();
    for role in roles() {
        admins.push((role, site.admin_as(role).await));
    }
    let reads = |operation: &&Operation| operation.listed().is_read() && operation.listed().access.role().is_some();
    for operation in Operation::ALL.iter().filter(reads) {
        let least = operation.listed().access.role().expect("an admin's");
        for (role, user) in admins.iter().filter(|(role, _)| role.permits(least)) {
            let answer = operation.ask(&site, &row(*operation, &stage).0).bearer(&user.token).send().await;
            answer.is(operation.listed().status, &format!("{operation:?} by a {role:?}"));
        }
    }
}

#[tokio::test]
async fn another_role_and_a_removal_hold_for_the_next_request() {
    let site = Site::open().await;
    let (owner, clerk) = (site.admin().await, site.admin_as(AdminRole::Clerk).await);
    let id = clerk.principal.user_id;
    let asks = || site.get("/v1/admin/users").by(&clerk).send();
    asks().await.refused(ErrorCode::Forbidden, "a clerk sees no list of customers");
    let raise = json!({"id": id, "role": "MANAGER"});
    Operation::set_staff_role.ask(&site, &raise).by(&owner).send().await.is(200, "the clerk becomes a manager");
    asks().await.is(200, "with the same token");
    Operation::remove_staff.ask(&site, &json!({"id": id})).by(&owner).send().await.is(204, "the manager is removed");
    asks().await.refused(ErrorCode::Unauthorized, "the session has ended");
    let back = json!({"id": id, "state": "NORMAL"});
    Operation::set_user_state.ask(&site, &back).by(&owner).send().await.is(200, "an owner can bring the account back");
    asks().await.refused(ErrorCode::Unauthorized, "but not the session");
}

#[tokio::test]
async fn an_open_door_is_the_same_for_everybody() {
    for operation in Operation::ALL.iter().filter(|operation| operation.listed().access == Access::Open) {
        let trial = Trial::of(*operation).await;
        let (_, expected) = row(*operation, &trial.stage);
        trial.ask(&trial.stage, None).await.is(operation.listed().status, &format!("{operation:?} by nobody"));
        for (who, user) in [("a customer", trial.owner.clone()), ("an admin", trial.site.admin().await)] {
            let answer = trial.ask(&trial.stage, Some(&user.token)).await;
            match expected {
                Stranger::Refused(code) => drop(answer.refused(code, &format!("{operation:?} a second time by {who}"))),
                _ => drop(answer.is(operation.listed().status, &format!("{operation:?} by {who}"))),
            }
        }
    }
}

#[tokio::test]
async fn another_s_coupon_does_not_exist_in_an_order_of_one_s_own() {
    let site = Site::open().await;
    let (_, stage) = Stage::set(&site).await;
    let stranger = site.customer(10_000).await;
    site.scene.put(stranger.principal, stage.product, None, 1).await;
    for operation in [Operation::quote_order, Operation::place_order] {
        let mut details = Vec::new();
        for coupon in [stage.user_coupon, stage.nowhere().user_coupon] {
            let mut input = row(operation, &stage).0;
            input.as_object_mut().expect("an object").remove("cartItemIds");
            input["couponIds"] = json!([coupon]);
            let answer = operation.ask(&site, &input).by(&stranger).send().await;
            let why = format!("{operation:?} with another's coupon");
            let mut said = answer.refused(ErrorCode::InvalidCoupon, &why);
            assert_eq!(said["userCouponId"], coupon, "{why}: which");
            said["userCouponId"] = json!(0);
            details.push(said);
        }
        assert_eq!(details[0], details[1], "{operation:?}: another's coupon and none are alike");
        assert_eq!(details[0]["reason"], "NOT_OWNED", "{operation:?}: with the reason");
    }
}
