//! The routes that the document describes by one rule: those of the list of operations, and the three that hand out tokens.

use serde_json::{Value, json};

/// Who may call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    /// Everybody; a token is not even looked at.
    Public,
    /// Everybody; a token that is sent has to be good.
    Open,
    /// Who has signed in.
    Customer,
    /// An admin who has signed in.
    Admin,
}

impl Access {
    /// As the document writes it.
    pub(super) fn security(self) -> Value {
        match self {
            Self::Public => json!([]),
            Self::Open => json!([{}, {"bearer": []}]),
            Self::Customer | Self::Admin => json!([{"bearer": []}]),
        }
    }
}

/// One operation as it stands over HTTP.
#[derive(Debug, Clone, Copy)]
pub(super) struct Route {
    pub operation: &'static str,
    /// The tag it stands under.
    pub noun: &'static str,
    pub access: Access,
    pub method: &'static str,
    pub path: &'static str,
    /// The status of success; 204 where there is nothing to say.
    pub status: u16,
    /// Names of shapes.
    pub request: &'static str,
    pub response: &'static str,
}

impl Route {
    /// The fields of the request that stand in the path.
    pub(super) fn path_fields(&self) -> impl Iterator<Item = &'static str> {
        self.path.split(['{', '}']).skip(1).step_by(2)
    }

    /// Whether the fields that do not stand in the path are sent as a JSON body; else they are the query.
    pub(super) fn has_body(&self) -> bool {
        matches!(self.method, "POST" | "PUT" | "PATCH")
    }
}

/// The list of operations.
pub(super) fn listed() -> Vec<Route> {
    use Access::{Admin, Customer, Open};
    macro_rules! routes {
        ($($name:ident: $noun:ident, $access:ident, $method:ident $path:literal, $status:literal, $request:ident => $response:ident;)*) => {
            vec![$(Route {
                operation: stringify!($name),
                noun: stringify!($noun),
                access: $access,
                method: stringify!($method),
                path: $path,
                status: $status,
                request: stringify!($request),
                response: stringify!($response),
            }),*]
        };
    }
    shop_contract::for_each_operation!(routes)
}

/// Signing in, going on, signing out: what is sent in the body proves who calls.
pub(super) fn sessions() -> [Route; 3] {
    let route = |operation, path, status, request, response| Route {
        operation,
        noun: "user",
        access: Access::Public,
        method: "POST",
        path,
        status,
        request,
        response,
    };
    [
        route("login", "/v1/auth/login", 200, "Login", "TokenPair"),
        route("refresh", "/v1/auth/refresh", 200, "RefreshToken", "TokenPair"),
        route("logout", "/v1/auth/logout", 204, "RefreshToken", "Done"),
    ]
}
