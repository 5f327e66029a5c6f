//! Pictures of products: what is taken, what is stored, what comes back.

use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use shop_app::catalog::{add_product_image, arrange_product_images, set_product_image};
use shop_app::runtime::Principal;
use shop_contract::*;

use super::goods::{acts, cup, made};
use crate::scene::{Scene, refused};

const DOT: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(shop_tests::root().join("tests/fixtures/pictures").join(name)).expect("the fixture is there")
}

fn image(id: i64, data: &[u8]) -> SetProductImage {
    SetProductImage { id, data: Some(STANDARD.encode(data)) }
}

/// The name of the picture that the product has now.
async fn given(scene: &Scene, admin: Principal, id: i64, data: &[u8]) -> String {
    let with = set_product_image(scene.call(admin), image(id, data)).await.expect("it is a picture");
    let url = with.image_url.expect("it has one now");
    url.strip_prefix("/images/").expect("where pictures are").to_owned()
}

/// The folder of the stored files.
fn images(scene: &Scene) -> PathBuf {
    scene.file().with_file_name("images")
}

#[tokio::test]
async fn a_picture_is_kept_and_shown() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let id = made(&scene, admin, cup()).await.id;
    let name = given(&scene, admin, id, &STANDARD.decode(DOT).expect("base64")).await;
    let kept = scene.shop.pictures().open(&name, None).expect("it is there");
    assert_eq!(kept.media_type, "image/png", "it is transparent");
    for (bad, code) in [
        (STANDARD.encode("<svg xmlns='http://www.w3.org/2000/svg'/>"), ErrorCode::InvalidInput),
        (String::from("no base64"), ErrorCode::InvalidInput),
        (STANDARD.encode(vec![0; 5 * 1024 * 1024 + 1]), ErrorCode::PayloadTooLarge),
    ] {
        let bad = SetProductImage { id, data: Some(bad) };
        refused(set_product_image(scene.call(admin), bad).await, code, "no picture");
    }
    let nowhere = SetProductImage { id: 999, data: Some(DOT.to_owned()) };
    refused(set_product_image(scene.call(admin), nowhere).await, ErrorCode::ProductNotFound, "no product");
    let without = set_product_image(scene.call(admin), SetProductImage { id, data: None }).await;
    assert_eq!(without.expect("it can be taken away").image_url, None, "as it was before");
    assert_eq!(acts(&scene, "set_product_image", id), 2, "both are written down");
}

#[tokio::test]
async fn a_file_that_is_no_whole_picture_is_refused_with_the_reason_and_leaves_nothing() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let id = made(&scene, admin, cup()).await.id;
    let (jpeg, png) = (fixture("photo.jpg"), fixture("photo.png"));
    for (bad, reason) in [
        (&jpeg[..jpeg.len() / 2], "the file ends before the picture does"),
        (&png[..33], "the file ends before the picture does"),
        (b"hello".as_slice(), "not a PNG, JPEG or WebP picture"),
    ] {
        let refusal = set_product_image(scene.call(admin), image(id, bad)).await.expect_err("no picture");
        assert_eq!(refusal.code, ErrorCode::InvalidInput, "{reason}");
        let details = refusal.sent_details().expect("the reason");
        assert_eq!(details["fields"][0]["field"], "data", "{details}");
        assert_eq!(details["fields"][0]["reason"], reason, "{details}");
    }
    let left = std::fs::read_dir(images(&scene)).into_iter().flatten().count();
    assert_eq!((left, acts(&scene, "set_product_image", id)), (0, 0), "neither file nor act");
}

#[tokio::test]
async fn the_place_of_a_photo_is_not_stored() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let id = made(&scene, admin, cup()).await.id;
    given(&scene, admin, id, &fixture("telephone.jpg")).await;
    for file in std::fs::read_dir(images(&scene)).expect("a folder").flatten() {
        let bytes = std::fs::read(file.path()).expect("a file");
        assert!(!bytes.windows(4).any(|part| part == b"Exif"), "{:?} tells no place", file.file_name());
    }
}

#[tokio::test]
async fn many_pictures_at_once_are_all_taken() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let id = made(&scene, admin, cup()).await.id;
    let names = ["photo.jpg", "progressive.jpg", "telephone.jpg", "cmyk.jpg", "photo.webp", "glass.webp", "photo.png"];
    let uploads = names.map(|name| tokio::spawn(set_product_image(scene.call(admin), image(id, &fixture(name)))));
    for upload in uploads {
        upload.await.expect("it ends").expect("each waits for its turn");
    }
    assert_eq!(acts(&scene, "set_product_image", id), 7, "one after the other");
}

#[tokio::test]
async fn a_picture_that_the_disk_lost_comes_back_from_the_backup() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let id = made(&scene, admin, cup()).await.id;
    let name = given(&scene, admin, id, &fixture("photo.jpg")).await;
    let whole = scene.shop.pictures().load(&name).expect("it is there");
    let file = images(&scene).join(&name);
    std::fs::write(&file, b"").expect("the disk errs");
    assert_eq!(scene.shop.pictures().load(&name), None, "without a copy it is missing");
    std::fs::write(&file, &whole).expect("the file is repaired by hand");
    shop_app::backup::make_backup(scene.call(admin), Empty {}).await.expect("a copy");
    std::fs::write(&file, &whole[..whole.len() / 2]).expect("the disk errs again");
    assert_eq!(scene.shop.pictures().load(&name).as_ref(), Some(&whole), "with a copy it is healed");
    assert_eq!(std::fs::read(&file).expect("a file"), whole, "for good");
}

/// Adds a picture and gives the paths of all.
async fn added(scene: &Scene, admin: Principal, id: i64, data: &[u8]) -> AdminProduct {
    let request = AddProductImage { id, data: STANDARD.encode(data) };
    add_product_image(scene.call(admin), request).await.expect("it is a picture")
}

#[tokio::test]
async fn pictures_stand_in_an_order_that_can_be_changed() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let id = made(&scene, admin, cup()).await.id;
    let mut product = added(&scene, admin, id, &fixture("photo.jpg")).await;
    for name in ["photo.webp", "photo.png"] {
        product = added(&scene, admin, id, &fixture(name)).await;
    }
    let [a, b, c] = &product.images[..] else { panic!("three: {:?}", product.images) };
    assert_eq!(product.image_url.as_ref(), Some(a), "the first is the main one");
    let arrange = |product: &AdminProduct, images: &[&String]| ArrangeProductImages {
        id,
        updated_at: product.updated_at,
        images: images.iter().map(|image| (*image).clone()).collect(),
    };
    let turned = arrange_product_images(scene.call(admin), arrange(&product, &[c, a, b])).await.expect("its pictures");
    assert_eq!(
        (&turned.images, turned.image_url.as_ref()),
        (&vec![c.clone(), a.clone(), b.clone()], Some(c)),
        "turned"
    );
    let seen = shop_app::catalog::get_product(scene.visitor(), ById { id }).await.expect("it is there");
    assert_eq!((seen.images, seen.image_url), (turned.images.clone(), turned.image_url.clone()), "as customers see it");
    let stale = arrange_product_images(scene.call(admin), arrange(&product, &[a])).await;
    refused(stale, ErrorCode::Conflict, "it was changed meanwhile");
    for bad in [&[a, a][..], &[&String::from("/images/other.png")]] {
        let details = refused(
            arrange_product_images(scene.call(admin), arrange(&turned, bad)).await,
            ErrorCode::InvalidInput,
            "",
        );
        assert_eq!(details["fields"][0]["field"], "images", "{bad:?}");
    }
    let two = arrange_product_images(scene.call(admin), arrange(&turned, &[c, b])).await.expect("its pictures");
    assert_eq!(two.images, [c.clone(), b.clone()], "one is removed");
    let main = given(&scene, admin, id, &fixture("photo.jpg")).await;
    let seen = shop_app::catalog::get_product(scene.visitor(), ById { id }).await.expect("it is there");
    assert_eq!(seen.images, [format!("/images/{main}"), b.clone()], "the main one is replaced, the others stay");
    let without = set_product_image(scene.call(admin), SetProductImage { id, data: None }).await.expect("taken away");
    assert_eq!((without.images, without.image_url.as_ref()), (vec![b.clone()], Some(b)), "the next is the main one");
    let none = arrange_product_images(scene.call(admin), arrange(&get(&scene, admin, id).await, &[])).await;
    assert_eq!(none.expect("none is fine").image_url, None, "without any");
    assert_eq!(acts(&scene, "arrange_product_images", id), 3, "what was done is written down");
}

async fn get(scene: &Scene, admin: Principal, id: i64) -> AdminProduct {
    shop_app::catalog::get_product_for_admin(scene.call(admin), ById { id }).await.expect("it is there")
}

#[tokio::test]
async fn a_product_has_ten_pictures_at_most() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let id = made(&scene, admin, cup()).await.id;
    let names = (0..10).map(|number| format!("\"{number}.png\"")).collect::<Vec<_>>();
    let others = names[1..].join(",");
    scene.sql(&format!("UPDATE product SET image = '0.png', more_images = '[{others}]' WHERE id = {id}"));
    let request = AddProductImage { id, data: STANDARD.encode(fixture("photo.jpg")) };
    let details =
        refused(add_product_image(scene.call(admin), request).await, ErrorCode::Conflict, "no eleventh picture");
    assert_eq!(details["mostImages"], 10, "with the bound");
    assert_eq!(get(&scene, admin, id).await.images.len(), 10, "ten stay");
    let names = shop_app::backup::make_backup(scene.call(admin), Empty {}).await;
    assert!(names.is_ok(), "a copy is made of them all");
}
