//! A product's picture. Its files are written before the product names it, under names made from what is in them, so that
//! no product ever names a file that is not there; a file that no product names harms nobody.

use shop_store::product::set_image;

use super::edit::{Edit, Standing};
use super::picture::{prepare, undecodable};
use crate::runtime::Call;
use shop_contract::{AdminProduct, SetProductImage, ShopError, operation};

/// Gives a product a picture, or takes it away.
///
/// # Errors
/// `UNAUTHORIZED`, `FORBIDDEN`; `PAYLOAD_TOO_LARGE`; `INVALID_INPUT` with the reason for what is no whole picture of the
/// three kinds or too large to decode; `PRODUCT_NOT_FOUND`, also for a deleted one; as any write.
pub async fn set_product_image(call: Call, request: SetProductImage) -> Result<AdminProduct, ShopError> {
    let edit = Edit {
        admin: call.admin()?,
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

/// Decodes a picture and writes its files; answers its name. One at a time: decoding takes hundreds of megabytes.
async fn store(call: &Call, data: String) -> Result<String, ShopError> {
    let pictures = call.shop.pictures().clone();
    // Held by the work and not by the request, because work that has begun goes on when its request is given up.
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
