//! Sets a product's picture. The files are written before the product names them, under names derived from their
//! content, so that a product never names a missing file; unused files do no harm.

use shop_store::product::set_image;

use super::edit::{Edit, Standing};
use super::picture::{prepare, undecodable};
use crate::context::{AdminCall, Call};
use shop_contract::{AdminProduct, SetProductImage, ShopError, operation};

/// Sets or removes the picture of a product.
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
