//! An operation as a value: its facts, with the types of its request, its answer and its access. The constants are made from
//! the list in `operations.rs`; an operation that is not listed cannot be named, so nothing can reach it.

use std::fmt;
use std::marker::PhantomData;

use super::*;

/// The callers that may perform an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Any caller; the body proves the caller, and a token is ignored.
    Public,
    /// Any caller; a token that is sent has to be valid.
    Open,
    /// A signed-in user, customer or admin.
    Customer,
    /// A signed-in admin of at least this role.
    Admin(AdminRole),
}

impl Access {
    /// The least role of an admin; `None` where no admin is needed.
    #[must_use]
    pub const fn role(self) -> Option<AdminRole> {
        match self {
            Self::Admin(role) => Some(role),
            Self::Public | Self::Open | Self::Customer => None,
        }
    }
}

/// The access of an operation as a type, so that its use case has to take the call of a caller that the list admits.
pub trait AccessLevel: 'static {
    /// The same as a value.
    const ACCESS: Access;
}

/// The levels as types; they have no values. Each role of an admin is one.
pub mod level {
    use super::{Access, AccessLevel, AdminRole};

    macro_rules! levels {
        ($($name:ident => $access:expr),* $(,)?) => {
            $(
                #[doc = concat!("`", stringify!($access), "`.")]
                #[derive(Debug)]
                pub enum $name {}

                impl AccessLevel for $name {
                    const ACCESS: Access = $access;
                }
            )*
        };
    }

    levels!(
        Public => Access::Public,
        Open => Access::Open,
        Customer => Access::Customer,
        Clerk => Access::Admin(AdminRole::Clerk),
        Manager => Access::Admin(AdminRole::Manager),
        Owner => Access::Admin(AdminRole::Owner),
    );
}

/// What the list says of an operation.
#[derive(Debug, PartialEq, Eq)]
pub struct Facts {
    /// The name: of the use case, the window's command, the metric's label, the audit log's action.
    pub name: &'static str,
    /// The module of the use case.
    pub noun: &'static str,
    /// The callers that may perform it.
    pub access: Access,
    /// The method over HTTP.
    pub method: &'static str,
    /// The path over HTTP; braces hold names of the request's fields.
    pub path: &'static str,
    /// The status of success; an answer without content is 204.
    pub status: u16,
    /// The name of the request's shape.
    pub request: &'static str,
    /// The name of the answer's shape.
    pub answer: &'static str,
}

impl Facts {
    /// Whether it changes nothing.
    #[must_use]
    pub fn is_read(&self) -> bool {
        self.method == "GET"
    }

    /// The fields of the request that stand in the path.
    pub fn path_fields(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.path.split(['{', '}']).skip(1).step_by(2)
    }

    /// Whether the fields that do not stand in the path are sent as a JSON body; else they are the query. A `DELETE` has a body
    /// where its path does not say it all.
    #[must_use]
    pub fn has_body(&self) -> bool {
        match self.method {
            "POST" | "PUT" | "PATCH" => true,
            "DELETE" => self.path_fields().next().is_none() && self.request != "Empty",
            _ => false,
        }
    }
}

/// An operation that takes a `Req` and answers with an `Ans`, for callers of the level `Acc`.
pub struct Operation<Req, Ans, Acc> {
    facts: &'static Facts,
    types: PhantomData<fn(Acc, Req) -> Ans>,
}

impl<Req, Ans, Acc> Operation<Req, Ans, Acc> {
    const fn new(facts: &'static Facts) -> Self {
        Self { facts, types: PhantomData }
    }

    /// The same operation on a face that answers with something else.
    #[must_use]
    pub const fn with_answer<Other>(self) -> Operation<Req, Other, Acc> {
        Operation::new(self.facts)
    }

    /// What the list says of it.
    #[must_use]
    pub const fn facts(self) -> &'static Facts {
        self.facts
    }

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.facts.name
    }
}

impl<Req, Ans, Acc> From<Operation<Req, Ans, Acc>> for &'static Facts {
    fn from(operation: Operation<Req, Ans, Acc>) -> Self {
        operation.facts
    }
}

impl<Req, Ans, Acc> Clone for Operation<Req, Ans, Acc> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Req, Ans, Acc> Copy for Operation<Req, Ans, Acc> {}

impl<Req, Ans, Acc> fmt::Debug for Operation<Req, Ans, Acc> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.facts.name)
    }
}

macro_rules! constants {
    ($($name:ident: $noun:ident, $access:ident, $method:ident $path:literal, $status:literal, $request:ident => $answer:ident;)*) => {
        $(
            #[doc = concat!("`", stringify!($method), " ", $path, "`")]
            #[expect(non_upper_case_globals, reason = "an operation is spelled alike everywhere")]
            pub const $name: Operation<$request, $answer, level::$access> = Operation::new(&Facts {
                name: stringify!($name),
                noun: stringify!($noun),
                access: <level::$access as AccessLevel>::ACCESS,
                method: stringify!($method),
                path: $path,
                status: $status,
                request: stringify!($request),
                answer: stringify!($answer),
            });
        )*
    };
}

macro_rules! all {
    ($($name:ident: $noun:ident, $access:ident, $method:ident $path:literal, $status:literal, $request:ident => $answer:ident;)*) => {
        [$($name.facts()),*]
    };
}

crate::for_each_operation!(constants);

constants! {
    login: user, Public, POST "/v1/auth/login", 200, Login => TokenPair;
    refresh: user, Public, POST "/v1/auth/refresh", 200, RefreshToken => TokenPair;
    logout: user, Public, POST "/v1/auth/logout", 204, RefreshToken => Done;
    join_sale_room: sale_room, Public, POST "/v1/sale-room/join", 201, JoinSaleRoom => TokenPair;
}

/// Every listed operation.
pub const LISTED: &[&Facts] = &crate::for_each_operation!(all);

/// Signing in, refreshing, signing out and joining a sale room over HTTP. The window signs in and out by commands of its own,
/// and no guest joins there.
pub const SESSIONS: [&Facts; 4] = [login.facts(), refresh.facts(), logout.facts(), join_sale_room.facts()];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_operation_has_a_name_and_a_place_of_its_own() {
        let all = || LISTED.iter().chain(&SESSIONS);
        let names: BTreeSet<_> = all().map(|facts| facts.name).collect();
        let places: BTreeSet<_> = all().map(|facts| (facts.method, facts.path)).collect();
        assert_eq!((names.len(), places.len()), (all().count(), all().count()), "no two share one");
    }

    /// The names of the operations that change something and for which this role is enough, in the order of the list.
    fn acts_of(role: AdminRole) -> Vec<&'static str> {
        let is_act = |facts: &&&Facts| !facts.is_read() && facts.access == Access::Admin(role);
        LISTED.iter().filter(is_act).map(|facts| facts.name).collect()
    }

    #[test]
    fn a_clerk_moves_no_money_and_sets_no_prices() {
        let expected = [
            "adjust_stock",
            "ship_order",
            "unship_order",
            "deliver_order",
            "set_tracking",
            "import_tracking",
            "approve_return",
            "reject_return",
            "receive_return",
            "add_order_note",
            "add_user_note",
            "delete_note",
            "mark_alerts_seen",
        ];
        assert_eq!(acts_of(AdminRole::Clerk), expected, "another act needs a reason to be for clerks");
    }

    #[test]
    fn staff_settings_secrets_and_restoring_are_for_owners() {
        let expected = [
            "update_settings",
            "update_shop_document",
            "make_webhook_secret",
            "make_metrics_token",
            "remove_metrics_token",
            "restore_backup",
            "create_staff",
            "set_staff_role",
            "remove_staff",
        ];
        assert_eq!(acts_of(AdminRole::Owner), expected, "another act needs a reason not to be for managers");
    }

    #[test]
    fn what_is_for_admins_lies_below_their_path() {
        for facts in LISTED {
            let is_below = facts.path.starts_with("/v1/admin/");
            assert_eq!(facts.access.role().is_some(), is_below, "{}", facts.name);
        }
    }
}
