//! The demo shop as its simulated shoppers find it: as which users they act, and how they call an operation.

use std::future::Future;
use std::sync::Arc;

use crate::customers::is_of_the_demo;
use serde::Serialize;
use serde::de::DeserializeOwned;
use shop_app::context::{Admits, Answer, Call, Shop, perform};
use shop_app::runtime::Principal;
use shop_app::setting;
use shop_app::shop::PERSONAS;
use shop_contract::{AdminRole, Operation, ShopError};
use shop_domain::user::UserType as Kind;
use shop_store::setting::read;
use shop_store::user::{UserRow, first};
use shop_store::{Db, StoreError, StoreResult};

/// Customers of whom the shoppers are chosen, at most.
const POOL: i64 = 60;

/// A demo shop with users to act as.
pub(super) struct Market {
    /// What each call of a visit is made from: after a restore in between, they are all refused.
    call: Call,
    /// Ids of the customers that are not offered for sign-in; never empty.
    shoppers: Vec<i64>,
    /// The admin that sends the parcels; the last of the demo's admins.
    clerk: Principal,
}

impl Market {
    /// `None` for a shop that holds no demo data, or where one of the users is missing.
    pub(super) fn of(shop: &Arc<Shop>) -> Option<Self> {
        let call = Call::new(Arc::clone(shop), None, None);
        let found = shop.read(|db| Ok::<_, StoreError>(if is_demo(db)? { Some(users(db)?) } else { None }));
        let (shoppers, clerk) = found.ok().flatten()?;
        (!shoppers.is_empty()).then_some(Self { call, shoppers, clerk: clerk? })
    }

    /// The shopper whom the drawn number stands for.
    pub(super) fn shopper(&self, drawn: u64) -> Principal {
        let place = drawn % self.shoppers.len() as u64;
        let user_id = self.shoppers[usize::try_from(place).unwrap_or(0)];
        Principal { user_id, role: None, session_id: 0 }
    }

    pub(super) fn clerk(&self) -> Principal {
        self.clerk
    }

    /// Calls an operation as a client does.
    pub(super) async fn call<Req, Ans, Acc, Fut>(
        &self,
        caller: Principal,
        operation: Operation<Req, Ans, Acc>,
        request: Req,
        use_case: impl FnOnce(Acc::Call, Req) -> Fut,
    ) -> Result<Ans, ShopError>
    where
        Ans: 'static,
        Req: Serialize + DeserializeOwned,
        Acc: Admits,
        Fut: Future<Output = Result<Ans, ShopError>> + Send,
    {
        let mut call = self.call.clone();
        call.principal = Some(caller);
        let input = serde_json::to_value(request).map_err(|error| call.internal(&error.to_string()));
        perform(call, operation, input, use_case).await.map(Answer::into_value)
    }
}

fn is_demo(db: &Db) -> StoreResult<bool> {
    let is = |key| Ok::<_, StoreError>(read(db, key)?.unwrap_or(false));
    Ok(is(setting::DEMO)? && is(setting::READY)?)
}

fn users(db: &Db) -> StoreResult<(Vec<i64>, Option<Principal>)> {
    let customers = first(db, Kind::Customer, POOL)?;
    let others = customers.into_iter().skip(usize::try_from(PERSONAS).unwrap_or(0));
    // Customers that registered since, and the guests of a sale, are real users.
    let shoppers = others.filter(|user| is_of_the_demo(&user.email)).map(|user| user.id).collect();
    let clerk = first(db, Kind::Admin, 2)?.pop();
    let principal = |user: UserRow| Principal { user_id: user.id, role: user.role.map(AdminRole::from), session_id: 0 };
    Ok((shoppers, clerk.map(principal)))
}
