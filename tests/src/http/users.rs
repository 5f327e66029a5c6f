//! Users with a password, a session and an access token, without the slow way through the doors.

use std::collections::BTreeSet;

use shop_app::context::Call;
use shop_app::runtime::Principal;
use shop_app::user::{OpenedSession, Who, open_sessions};
use shop_contract::AdminRole;
use shop_store::user::NewUser;
use tokio::sync::OnceCell;

use super::{KEY, Site, claims, header, hs256};

/// Everybody's password.
pub const PASSWORD: &str = "a good password";

/// What everybody's password is stored as: hashing is slow, so it is done once.
static HASH: OnceCell<String> = OnceCell::const_new();

/// A user with a session and an access token.
#[derive(Debug, Clone)]
pub struct TestUser {
    /// Who.
    pub principal: Principal,
    /// Signs in with it.
    pub email: String,
    /// The access token, of the hour in which the user came.
    pub token: String,
}

impl Site {
    /// A customer with so many points.
    pub async fn customer(&self, points: i64) -> TestUser {
        let user = self.user(None).await;
        if points > 0 {
            let charge = shop_contract::ChargePoints::of(points);
            let charged = shop_app::point::charge_points(self.scene.call(user.principal), charge).await;
            charged.expect("points can be charged");
        }
        user
    }

    /// An owner.
    pub async fn admin(&self) -> TestUser {
        self.admin_as(AdminRole::Owner).await
    }

    /// An admin with this role.
    pub async fn admin_as(&self, role: AdminRole) -> TestUser {
        self.user(Some(role)).await
    }

    /// So many customers with so many points each.
    pub async fn crowd(&self, users: usize, points: i64) -> Vec<TestUser> {
        let ids: BTreeSet<i64> = self.scene.crowd(users, points).await.iter().map(|who| who.user_id).collect();
        let opened = self.sessions(Who::AllCustomers).await.into_iter();
        opened.filter(|user| ids.contains(&user.principal.user_id)).collect()
    }

    /// The same user on another device.
    pub async fn elsewhere(&self, user: &TestUser) -> TestUser {
        self.sessions(Who::Email(user.email.clone())).await.remove(0)
    }

    /// The same session with a token of this instant.
    #[must_use]
    pub fn renewed(&self, user: &TestUser) -> TestUser {
        TestUser { token: self.token(user.principal), ..user.clone() }
    }

    /// An admin blocks the user.
    pub fn block(&self, user: &TestUser) {
        self.scene.sql(&format!("UPDATE user SET state = 'INACTIVE' WHERE id = {}", user.principal.user_id));
    }

    /// The user's sessions were last used years ago.
    pub fn expire_sessions(&self, user: &TestUser) {
        let long_ago = "2020-01-01T00:00:00.000Z";
        let user_id = user.principal.user_id;
        self.scene.sql(&format!("UPDATE session SET last_seen_at = '{long_ago}' WHERE user_id = {user_id}"));
    }

    async fn user(&self, role: Option<AdminRole>) -> TestUser {
        let call = Call::new(std::sync::Arc::clone(&self.scene.shop), None, None);
        let hash = HASH.get_or_init(|| async {
            shop_app::user::hash_password(&call, PASSWORD).await.expect("a password can be hashed")
        });
        let email = format!("user{}@example.com", self.scene.count("SELECT count(*) FROM user"));
        let user = NewUser {
            email: email.clone(),
            password_hash: hash.await.clone(),
            name: String::from("김손님"),
            phone: None,
            role: role.map(Into::into),
        };
        self.scene.write(move |w| Ok(shop_store::user::create(w.tx, &user, w.now)?)).await;
        self.sessions(Who::Email(email)).await.remove(0)
    }

    async fn sessions(&self, who: Who) -> Vec<TestUser> {
        let opened = open_sessions(&self.scene.shop, who, "a test").await.expect("sessions can be opened");
        let user = |OpenedSession { user_id, email, role, session_id }| {
            let principal = Principal { user_id, role, session_id };
            TestUser { principal, email, token: self.token(principal) }
        };
        opened.into_iter().map(user).collect()
    }

    fn token(&self, principal: Principal) -> String {
        hs256(&KEY, &header(), &claims(principal, self.scene.shop.now()))
    }
}
