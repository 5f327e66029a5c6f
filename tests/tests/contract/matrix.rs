//! Every operation against everybody: nobody, its customer, another one, an admin, and those whose token is worth nothing
//! any more. What is another's behaves as if it did not exist, to the last byte.

use rusqlite::Connection;
use serde_json::json;
use shop_contract::ErrorCode;

use crate::document::Document;
use crate::http::{Answer, KEY, PASSWORD, Site, TestUser, claims, header, hs256, leeway, lifetime};
use crate::operation::Operation;
use crate::rows::{Stranger, row};
use crate::stage::{MARK, Stage, make_way};
use shop_contract::Access;

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

    /// Asserts that those who may not come in are refused, and that nothing is changed by their asking.
    async fn turns_away(&self) {
        let (operation, access) = (self.operation, self.operation.listed().access);
        let worthless = self.worthless().await;
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
        if access == Access::Admin {
            let answer = self.ask(&self.stage, Some(&self.owner.token)).await;
            answer.refused(ErrorCode::Forbidden, &format!("{operation:?} by a customer"));
        }
        assert_eq!(version(&file), before, "{operation:?}: who is turned away has written nothing");
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
        let admin = trial.site.admin().await;
        let rightful = match listed.access {
            Access::Public | Access::Open => None,
            Access::Customer => Some(trial.owner.token.as_str()),
            Access::Admin => Some(admin.token.as_str()),
        };
        if listed.access == Access::Customer {
            trial.keeps_from("another customer", &trial.site.customer(10_000).await).await;
            trial.keeps_from("an admin", &admin).await;
        }
        let answer = trial.ask(&trial.stage, rightful).await;
        answer.is(listed.status, &format!("{operation:?} is done for whom it is"));
    }
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
