//! The pictures of a product. The files are written before the product names them, under names derived from their content, so
//! that a product never names a missing file; unused files do no harm.

use shop_domain::catalog::{PictureRefusal, add_picture, arrange_pictures};
use shop_domain::limits::MAX_PICTURES;
use shop_store::product::{set_image, set_images};

use super::edit::{Edit, Standing};
use super::picture::{prepare, undecodable};
use crate::catalog::view::IMAGES;
use crate::context::{AdminCall, Call};
use shop_contract::{
    AddProductImage, AdminProduct, ArrangeProductImages, Conflict, SetProductImage, ShopError, operation,
};

/// Sets the main picture of a product in the place of the one it has, or removes it.
///
/// # Errors
/// `PAYLOAD_TOO_LARGE`; `INVALID_INPUT` with the reason for data that is not a complete picture of the three formats
/// or is too large to decode; `PRODUCT_NOT_FOUND`, also for a deleted product; as any write.
pub async fn set_product_image(call: AdminCall, request: SetProductImage) -> Result<AdminProduct, ShopError> {
    let edit = Edit {
        admin: call.admin(),
        operation: operation::set_product_image.facts(),
        id: request.id,
        of: Standing::There,
    };
    let name = match &request.data {
        Some(data) => Some(store(&call, data.clone()).await?),
        None => None,
    };
    edit.perform(&call, &request, move |writing, product, updated_at| {
        Ok(set_image(writing.tx, product, name.as_deref(), updated_at)?)
    })
    .await
}

/// Adds a picture behind those that a product has.
///
/// # Errors
/// `PAYLOAD_TOO_LARGE`; `INVALID_INPUT` as for the main picture; `PRODUCT_NOT_FOUND`, also for a deleted product;
/// `CONFLICT` if it has ten; as any write.
pub async fn add_product_image(call: AdminCall, request: AddProductImage) -> Result<AdminProduct, ShopError> {
    let edit = Edit {
        admin: call.admin(),
        operation: operation::add_product_image.facts(),
        id: request.id,
        of: Standing::There,
    };
    let name = store(&call, request.data.clone()).await?;
    edit.perform(&call, &request, move |writing, product, updated_at| {
        let images = add_picture(product.images(), name.clone()).map_err(refused)?;
        Ok(set_images(writing.tx, product, &images, updated_at)?)
    })
    .await
}

/// Puts the pictures of a product in another order, and removes those that are left out.
///
/// # Errors
/// `INVALID_INPUT` for pictures that are not the product's; `PRODUCT_NOT_FOUND`, also for a deleted product; `CONFLICT`
/// with the current product if it has changed since it was read; as any write.
pub async fn arrange_product_images(call: AdminCall, request: ArrangeProductImages) -> Result<AdminProduct, ShopError> {
    let of = Standing::AsOf(request.updated_at);
    let edit = Edit { admin: call.admin(), operation: operation::arrange_product_images.facts(), id: request.id, of };
    let wanted: Vec<String> =
        request.images.iter().map(|path| path.strip_prefix(IMAGES).unwrap_or(path).to_owned()).collect();
    edit.perform(&call, &request, move |writing, product, updated_at| {
        let names: Vec<&str> = wanted.iter().map(String::as_str).collect();
        let images = arrange_pictures(&product.images(), &names).map_err(refused)?;
        Ok(set_images(writing.tx, product, &images, updated_at)?)
    })
    .await
}

fn refused(refusal: PictureRefusal) -> ShopError {
    match refusal {
        PictureRefusal::Full => Conflict::PicturesFull { most_images: MAX_PICTURES as i64 }.into(),
        PictureRefusal::OtherPictures => ShopError::invalid("images", "pictures of the product, each once"),
    }
}

/// Decodes a picture, writes its files and returns its name. One at a time: decoding takes hundreds of megabytes.
async fn store(call: &Call, data: String) -> Result<String, ShopError> {
    let pictures = call.shop.pictures().clone();
    // The work holds the permit, not the request, because started work continues when its request is cancelled.
    let permit = pictures.decoding_permit().await;
    let stored = tokio::task::spawn_blocking(move || {
        let _permit = permit;
        let picture = prepare(&data)?;
        let written = picture.files.iter().try_for_each(|(name, bytes)| pictures.keep(name, bytes));
        Ok((picture.name, written))
    });
    match stored.await {
        Ok(Ok((name, Ok(())))) => Ok(name),
        Ok(Ok((_, Err(error)))) => Err(call.failed_files(&error.into())),
        Ok(Err(refusal)) => Err(refusal),
        Err(error) => {
            tracing::error!(%error, "a picture could not be decoded");
            Err(undecodable())
        }
    }
}
