//! Users who come to a scene by the door: they register and sign in, so that a password is hashed for each.

use shop_app::runtime::Principal;
use shop_app::user::{self, From, SessionSecret, register, sign_in};
use shop_contract::{ErrorCode, Login, Register, ShopError, User};

use crate::scene::Scene;

/// Everybody's password.
pub const PASSWORD: &str = "a good password";

/// A user who registers.
pub fn newcomer(email: &str) -> Register {
    Register {
        email: email.to_owned(),
        password: PASSWORD.to_owned(),
        name: String::from("김손님"),
        phone: None,
        consents: None,
    }
}

/// Registers and signs in.
pub async fn arrive(scene: &Scene, email: &str) -> (SessionSecret, Principal) {
    register(scene.visitor(), newcomer(email)).await.expect("the e-mail is free");
    come_in(scene, email, PASSWORD).await
}

/// The user of a running session.
pub async fn resume(scene: &Scene, secret: &SessionSecret) -> Option<Principal> {
    let found = user::resume(&scene.shop, secret).await;
    found.unwrap_or_else(|error| panic!("the session is looked up: {error:?}"))
}

/// Signs in.
pub async fn come_in(scene: &Scene, email: &str, password: &str) -> (SessionSecret, Principal) {
    let came = login(scene, email, password).await.map_err(|error| error.code);
    let (secret, principal, _) = came.expect("the password is right");
    assert_eq!(resume(scene, &secret).await, Some(principal), "the session runs");
    (secret, principal)
}

/// Tries to sign in.
pub async fn login(scene: &Scene, email: &str, password: &str) -> Result<(SessionSecret, Principal, User), ShopError> {
    login_from(scene, email, password, "10.0.0.1").await
}

/// Tries to sign in from an address.
pub async fn login_from(
    scene: &Scene,
    email: &str,
    password: &str,
    address: &str,
) -> Result<(SessionSecret, Principal, User), ShopError> {
    let request = Login { email: email.to_owned(), password: password.to_owned() };
    sign_in(scene.visitor(), request, From { device: String::from("a test"), address: address.to_owned() }).await
}

/// The code of a refusal; a secret cannot be printed.
pub fn error<T>(result: Result<T, ShopError>) -> Option<ErrorCode> {
    result.err().map(|error| error.code)
}
