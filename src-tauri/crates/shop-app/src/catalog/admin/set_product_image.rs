//! A product's picture. The file is written before the product names it, under a name made from what is in it, so that
//! no product ever names a file that is not there; a file that no product names harms nobody.

use shop_store::product::set_image;

use super::edit::{Edit, Standing};
use super::picture::parse;
use crate::contract::{AdminProduct, SetProductImage, ShopError};
use crate::runtime::Call;

/// Gives a product a picture, or takes it away.
///
/// # Errors
/// `UNAUTHORIZED`, `FORBIDDEN`; `PAYLOAD_TOO_LARGE`; `INVALID_INPUT` for what is no picture of the three kinds or has too
/// many pixels; `PRODUCT_NOT_FOUND`, also for a deleted one; as any write.
pub async fn set_product_image(call: Call, request: SetProductImage) -> Result<AdminProduct, ShopError> {
    let id = request.id;
    let edit = Edit { admin: call.admin()?, operation: "set_product_image", id, of: Standing::There };
    let picture = request.data.as_deref().map(parse).transpose()?;
    let name = picture.as_ref().map(|picture| picture.name.clone());
    if let Some(picture) = picture {
        let pictures = call.shop.pictures().clone();
        let kept = tokio::task::spawn_blocking(move || pictures.keep(&picture.name, &picture.bytes)).await;
        let kept = kept.map_err(|error| call.internal(&error.to_string()))?;
        kept.map_err(|error| call.internal(&format!("a picture cannot be kept: {error}")))?;
    }
    edit.perform(&call, &request, move |writing| Ok(set_image(writing.tx, id, name.as_deref())?)).await
}
