//! Signing in and out over HTTP, also as a guest of the sale room, and refreshing the pair of tokens.

use axum::Router;
use axum::extract::{Request, State};
use axum::response::{IntoResponse as _, Response};
use axum::routing::post;
use serde::de::DeserializeOwned;
use serde_json::Value;
use shop_app::context::{Call, perform};
use shop_app::runtime::Principal;
use shop_app::sale_room::join_sale_room;
use shop_app::user::{self, From, SessionSecret};
use shop_contract::{
    JoinSaleRoom, Login, Operation, RefreshToken, ShopError, TokenPair, TokenType, User, level, operation,
};

use crate::app::App;
use crate::auth::LIFETIME;
use crate::connection::ConnectionInfo;
use crate::respond;
use crate::response::{Refusal, language, success};

/// Characters of the user agent in the list of sessions.
const DEVICE_LENGTH: usize = 120;

/// `/v1/auth/login`, `refresh` and `logout`, and `/v1/sale-room/join`, which signs a guest in.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/v1/auth/login", post(login))
        .route("/v1/auth/refresh", post(refresh))
        .route("/v1/auth/logout", post(logout))
        .route("/v1/sale-room/join", post(join))
}

async fn login(State(app): State<App>, request: Request) -> Response {
    let (app, from) = (&app, origin(&request));
    answer(app, request, operation::login, |call, request: Login| async move {
        let (secret, principal, user) = user::sign_in(call.clone(), request, from).await?;
        pair(app, &call, &secret, principal, user)
    })
    .await
}

async fn join(State(app): State<App>, request: Request) -> Response {
    let (app, from) = (&app, origin(&request));
    answer(app, request, operation::join_sale_room, |call, request: JoinSaleRoom| async move {
        let (secret, principal, user) = join_sale_room(call.clone(), request, &from.device).await?;
        pair(app, &call, &secret, principal, user)
    })
    .await
}

async fn refresh(State(app): State<App>, request: Request) -> Response {
    let app = &app;
    answer(app, request, operation::refresh, |call, request: RefreshToken| async move {
        let secret = SessionSecret::from_text(request.refresh_token);
        let (secret, principal, user) = user::refresh(call.clone(), secret).await?;
        pair(app, &call, &secret, principal, user)
    })
    .await
}

async fn logout(State(app): State<App>, request: Request) -> Response {
    answer(&app, request, operation::logout, |call, request: RefreshToken| async {
        user::sign_out(call, &SessionSecret::from_text(request.refresh_token)).await
    })
    .await
}

/// Performs an operation that needs no access token: the body contains the proof.
async fn answer<Req, Ans, Fut>(
    app: &App,
    request: Request,
    operation: Operation<Req, Ans, level::Public>,
    use_case: impl FnOnce(Call, Req) -> Fut,
) -> Response
where
    Req: DeserializeOwned,
    Ans: serde::Serialize + 'static,
    Fut: Future<Output = Result<Ans, ShopError>> + Send,
{
    let lang = language(request.headers());
    let mut call = Call::new(app.shop.clone(), None, None);
    call.origin = match ConnectionInfo::of(&request) {
        Ok(connection) => connection.origin(),
        Err(error) => return Refusal::of(error, lang).into_response(),
    };
    let (parts, body) = request.into_parts();
    let input: Result<Value, ShopError> = respond::body(app, &parts.headers, body).await;
    match perform(call, operation, input, use_case).await {
        Ok(answer) => success(operation.facts().status, &answer),
        Err(error) => Refusal::of(error, lang).into_response(),
    }
}

fn pair(
    app: &App,
    call: &Call,
    secret: &SessionSecret,
    principal: Principal,
    user: User,
) -> Result<TokenPair, ShopError> {
    let token = app.keys.access_token(&call.shop, principal.user_id, principal.session_id);
    Ok(TokenPair {
        access_token: token.map_err(|reason| call.internal(&reason))?,
        token_type: TokenType::Bearer,
        expires_in: LIFETIME.num_seconds(),
        refresh_token: secret.text().to_owned(),
        user,
    })
}

/// The device, for the list of sessions, and the address, for the limit on guessed passwords.
fn origin(request: &Request) -> From {
    let agent = request.headers().get(axum::http::header::USER_AGENT).and_then(|agent| agent.to_str().ok());
    let device = agent.unwrap_or("HTTP").chars().take(DEVICE_LENGTH).collect();
    let connection = request.extensions().get::<ConnectionInfo>();
    let address = connection.map_or_else(String::new, |connection| connection.peer.ip().to_string());
    From { device, address }
}
