//! Terms and privacy policy: their versions, and the consents of customers to them.

use chrono::TimeDelta;
use serde_json::{Value, json};
use shop_app::runtime::Principal;
use shop_app::shop::{get_shop, get_shop_document, update_shop_document};
use shop_app::user::{get_user, give_consent, list_consents, register};
use shop_contract::{
    AdminRole, ById, Consent, ConsentDocument, DocumentState, Empty, ErrorCode, GetDocument, GiveConsent,
    GivenConsents, Register, ShopDocument, ShopError, UpdateDocument, level,
};

use crate::scene::{Scene, refused};
use crate::users::{PASSWORD, arrive, come_in, newcomer};

const KIM: &str = "kim@shop.kr";

async fn write(
    scene: &Scene,
    document: ShopDocument,
    version: Option<i64>,
    text: &str,
) -> Result<DocumentState, ShopError> {
    let admin = scene.admin_as(AdminRole::Owner).await;
    let request = UpdateDocument { document, version, text: text.to_owned() };
    update_shop_document(scene.call_at::<level::Owner>(admin), request).await
}

fn agreeing(email: &str, terms: Option<i64>, privacy: Option<i64>, marketing: Option<bool>) -> Register {
    Register { consents: Some(GivenConsents { terms, privacy, marketing }), ..newcomer(email) }
}

fn missing(result: Result<shop_contract::User, ShopError>) -> Value {
    refused(result, ErrorCode::InvalidInput, "a consent is missing")["fields"].clone()
}

async fn give(
    scene: &Scene,
    who: Principal,
    document: ConsentDocument,
    version: Option<i64>,
    given: bool,
) -> Result<Consent, ShopError> {
    give_consent(scene.call(who), GiveConsent { document, version, given }).await
}

#[tokio::test]
async fn a_text_is_a_version_and_each_new_text_the_next_one() {
    let scene = Scene::new();
    let none = get_shop_document(scene.visitor(), GetDocument { document: ShopDocument::Terms }).await;
    refused(none, ErrorCode::NotFound, "there is no text");
    let shop = get_shop(scene.visitor(), Empty {}).await.expect("the shop");
    assert_eq!((shop.terms, shop.privacy), (None, None), "nor does the shop tell of one");

    let current = |state: DocumentState| state.current.map(|current| (current.version, current.since));
    let first = write(&scene, ShopDocument::Terms, None, "제1조\r\n목적\u{200B} ").await.expect("a first text");
    assert_eq!(current(first), Some((1, "2026-03-10".to_owned())), "from today on");
    scene.clock.advance(TimeDelta::hours(12));
    let same = write(&scene, ShopDocument::Terms, Some(1), "제1조\n목적").await.expect("the same text");
    assert_eq!(current(same), Some((1, "2026-03-10".to_owned())), "is no new version");
    let second = write(&scene, ShopDocument::Terms, Some(1), "제1조\n목적과 정의").await.expect("another text");
    assert_eq!(current(second), Some((2, "2026-03-11".to_owned())), "is one, on the business day of the shop");
    let details =
        refused(write(&scene, ShopDocument::Terms, Some(1), "제2조").await, ErrorCode::Conflict, "read before");
    assert_eq!(details["current"]["current"]["version"], 2, "the version in force is told");
    let long = "가".repeat(50_000);
    write(&scene, ShopDocument::Privacy, None, &long).await.expect("a long text");
    let longer = write(&scene, ShopDocument::Privacy, Some(1), &format!("{long}나")).await;
    refused(longer, ErrorCode::InvalidInput, "one character more");

    let shop = get_shop(scene.visitor(), Empty {}).await.expect("the shop");
    let versions = [shop.terms, shop.privacy].map(|one| one.map(|one| one.version));
    assert_eq!(versions, [Some(2), Some(1)], "the shop tells the versions");
    let text = get_shop_document(scene.visitor(), GetDocument { document: ShopDocument::Terms }).await.expect("a text");
    assert_eq!((text.version, text.text.as_str()), (2, "제1조\n목적과 정의"), "and its text by itself");

    let ended = write(&scene, ShopDocument::Terms, Some(2), "  ").await.expect("an empty text");
    assert_eq!(ended.current, None, "ends the document");
    let third = write(&scene, ShopDocument::Terms, None, "제1조").await.expect("a text again");
    assert_eq!(third.current.map(|one| one.version), Some(4), "no number is used twice");
    assert_eq!(scene.count("SELECT count(*) FROM document WHERE document = 'TERMS'"), 4, "and every version is kept");
    let audit = scene.text("SELECT before || after FROM audit_log ORDER BY id LIMIT 1 OFFSET 1");
    assert_eq!(
        audit, "{\"document\":\"TERMS\",\"version\":1}{\"document\":\"TERMS\",\"version\":2}",
        "without the texts"
    );
}

#[tokio::test]
async fn who_registers_agrees_to_the_texts_in_force() {
    let scene = Scene::new();
    arrive(&scene, "before@shop.kr").await;
    assert_eq!(scene.count("SELECT count(*) FROM consent"), 0, "without texts nothing is asked");
    write(&scene, ShopDocument::Terms, None, "약관").await.expect("terms");
    write(&scene, ShopDocument::Terms, Some(1), "새 약관").await.expect("new terms");
    write(&scene, ShopDocument::Privacy, None, "방침").await.expect("a policy");

    let fault =
        |field: &str, version: i64| json!({"field": field, "reason": format!("the current version is {version}")});
    let (terms, privacy) = (fault("consents.terms", 2), fault("consents.privacy", 1));
    assert_eq!(missing(register(scene.visitor(), newcomer(KIM)).await), json!([terms, privacy]), "none given");
    let old = agreeing(KIM, Some(1), Some(1), Some(true));
    assert_eq!(missing(register(scene.visitor(), old).await), json!([terms]), "an earlier version");
    assert_eq!(scene.count("SELECT count(*) FROM user WHERE email = 'kim@shop.kr'"), 0, "no account without a consent");

    let mut call = scene.visitor();
    call.idempotency_key = Some("k".to_owned());
    register(call.clone(), agreeing(KIM, Some(2), Some(1), Some(true))).await.expect("all agreed");
    register(call.clone(), agreeing(KIM, Some(2), Some(1), Some(true))).await.expect("the same request again");
    let other = register(call, agreeing(KIM, Some(2), Some(1), Some(false))).await;
    refused(other, ErrorCode::IdempotencyKeyReused, "other consents are another request");
    let rows = scene.text("SELECT group_concat(document || version || given) FROM (SELECT * FROM consent ORDER BY id)");
    assert_eq!(rows, "TERMS21,PRIVACY11,MARKETING01", "each is recorded once");
}

#[tokio::test]
async fn a_customer_agrees_to_a_new_version_and_changes_the_mind_about_offers() {
    let scene = Scene::new();
    write(&scene, ShopDocument::Terms, None, "약관").await.expect("terms");
    register(scene.visitor(), agreeing(KIM, Some(1), None, Some(false))).await.expect("agreed");
    let (_, kim) = come_in(&scene, KIM, PASSWORD).await;
    use ConsentDocument::{Marketing, Privacy, Terms};
    write(&scene, ShopDocument::Terms, Some(1), "새 약관").await.expect("new terms");
    refused(give(&scene, kim, Terms, Some(1), true).await, ErrorCode::InvalidInput, "the old version");
    refused(give(&scene, kim, Terms, None, true).await, ErrorCode::InvalidInput, "no version");
    refused(give(&scene, kim, Terms, Some(2), false).await, ErrorCode::InvalidInput, "a consent is not taken back");
    refused(give(&scene, kim, Privacy, Some(1), true).await, ErrorCode::InvalidInput, "there is no policy");
    give(&scene, kim, Terms, Some(2), true).await.expect("the new one");
    scene.clock.advance(TimeDelta::days(1));
    for given in [true, true, false] {
        let kept = give(&scene, kim, Marketing, None, given).await.expect("offers");
        assert_eq!((kept.given, kept.version), (given, 0));
    }
    let held = list_consents(scene.call(kim), Empty {}).await.expect("a list").items;
    let held: Vec<_> = held.iter().map(|one| (one.document, one.version, one.given)).collect();
    assert_eq!(held, [(Terms, 2, true), (Marketing, 0, false)], "the last one of each holds");
    let shown =
        get_user(scene.call(scene.admin().await), ById { id: kim.user_id }).await.expect("the customer").consents;
    let shown: Vec<_> = shown.iter().map(|one| (one.document, one.version, one.given)).collect();
    let all = [(Marketing, 0, false), (Marketing, 0, true), (Terms, 2, true), (Marketing, 0, false), (Terms, 1, true)];
    assert_eq!(shown, all, "an admin sees every one");
}
