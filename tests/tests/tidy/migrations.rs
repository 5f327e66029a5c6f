//! A migration that has landed is never changed: a shop that has run it would differ from one that runs the new text, and
//! neither would know. The SHA-256 of each file is held here.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use crate::source::{Source, with_extensions};

const FOLDER: &str = "src-tauri/crates/shop-store/src/migrations/";

/// Each migration and its hash.
const LANDED: &[(&str, &str)] = &[
    ("0001_shop.sql", "a2fe4cf7ffa1ec5814d3f9804beb1a6c7dade13e9ddc81fd377cbfb3bd8eaefd"),
    ("0002_product_by_place.sql", "c7cc09833dbfe9a65f23cdd2d44f65fa320884a441c71b2b056a6921d631bf33"),
    ("0003_order_item_buyer.sql", "694370b81ac1d1d255477faaca3c9f056b8fb1d7b28a1a719de0e3c03e227089"),
    ("0004_search.sql", "ed094d12fa87ba6a578a4c811a82dc026bea4eabbb11265f72ec373fbb8bf6d3"),
    ("0005_normal_text.sql", "13a87486bb6adc72a38f52504c23c83bbb028b14d862d4203f2d879a510331ad"),
    ("0006_session_replaced.sql", "526ac3f8bac29bc01995f62a22e624d434aad8ef7893ddd4c1ad5db1175667b5"),
    ("0007_outbox_order.sql", "38acbfca3b30ac47e1d09f5034f13d36019e93041c5e7cc68ff4fa62d8646af2"),
    ("0008_price_of_options.sql", "d09db4f59c084102b64b58c660ab92ca20e1685da9dccb6eeafed612d3fd4f27"),
    ("0009_order_notes.sql", "af8c8c93c8d242fa3a02213a1cff4d4d6ee4ebb519d71d67b4405e05b3cfa7f9"),
    ("0010_sale_room.sql", "32f13a048e957ac5407a6bcaaff3091df6394a7b3b5dd9a5b116f825fcc4605c"),
    ("0011_seal.sql", "396683390e493aa0a8e4f36e34478309094d6f5e1bb6fcd61a21f46fa5aca2ee"),
    ("0012_checks.sql", "afbfd68a2aafa5994343aff0632cb7fe5a2bec7deb2628fdb1f8a16e85683f31"),
    ("0013_charge_request.sql", "e5191b92ed64498e31403912513dcf892e0d385bfcfd53e3615cd1ced6bce7a2"),
    ("0014_roles.sql", "3880354e6dd02e92c310a77db6125875549473b7aacc0b63fb476d701805b084"),
    ("0015_coupon_distribution.sql", "5a6e7043fa65f9eca661729ba5e82212a32d758e5476ca6744a7242f7f3c3e9a"),
    ("0016_consent.sql", "a268113bd4de011113074ef54e204db6380ecdca6cc6f40a28cea06fc531fb7f"),
    ("0017_deposit.sql", "8405b15df02038e3185cb266a86bd92505013b766618d84f6a96639ed425024a"),
    ("0018_parcels.sql", "6f4e24f51159bb67b8074001f2bb6ce0c4860a2b73dfad667a755e7505c9a488"),
    ("0019_returns.sql", "49944753bfc6ac46f8d5ea5de5597bd259e159aa071dc436dda48e0446481d12"),
    ("0020_goods.sql", "4c8b65686f355d6195a9fee6f44b788363d6060da4c342e3432b2c30deff34c4"),
    ("0021_restock.sql", "ecbfab37e8a969485f84af5ddf376990ae9e8be37af44d56a82fcbb35ba53301"),
];

fn hash(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What differs between the files and the list.
fn offences(sources: &[Source]) -> Vec<String> {
    let files: BTreeMap<&str, String> =
        sources.iter().filter_map(|source| Some((source.path.strip_prefix(FOLDER)?, hash(&source.text)))).collect();
    let mut offences = Vec::new();
    for (name, landed) in LANDED {
        match files.get(name) {
            None => offences.push(format!("{name} is gone: a landed migration stays")),
            Some(found) if found != landed => offences.push(format!("{name} has changed: add a migration instead")),
            Some(_) => {}
        }
    }
    let is_listed = |name: &str| LANDED.iter().any(|(landed, _)| *landed == name);
    let new = files.iter().filter(|(name, _)| !is_listed(name));
    offences.extend(new.map(|(name, hash)| format!("{name} is new: hold its hash {hash} here")));
    offences
}

#[test]
fn landed_migrations_do_not_change() {
    let sources = with_extensions(&["sql"]);
    assert_eq!(offences(&sources), Vec::<String>::new());
    let last = u32::try_from(LANDED.len()).expect("a small number");
    assert_eq!(last, shop_store::current_version(), "every migration of the program is held");
}

#[test]
fn a_changed_a_missing_and_a_new_migration_are_seen() {
    let mut sources: Vec<_> =
        with_extensions(&["sql"]).into_iter().filter(|source| source.path.starts_with(FOLDER)).collect();
    sources[0].text.push('\n');
    sources.pop();
    sources.push(Source::planted(&format!("{FOLDER}9999_new.sql"), "SELECT 1;"));
    let found = offences(&sources);
    assert_eq!(found.len(), 3, "{found:?}");
    for (offence, part) in found.iter().zip(["0001_shop.sql has changed", "is gone", "9999_new.sql is new"]) {
        assert!(offence.contains(part), "{offence}");
    }
}
