//! The points of a user as of an instant.

use shop_store::as_of::Figure;

use crate::as_of::{Question, figure_as_of};
use crate::context::AdminCall;
use shop_contract::{ErrorCode, GetAsOf, PointsAt, ShopError};

/// The balance of a user as of an instant, with the transactions that made it so.
///
/// # Errors
/// `INVALID_INPUT` for an instant after now and for the limit; `USER_NOT_FOUND`.
pub async fn get_points_at(call: AdminCall, request: GetAsOf) -> Result<PointsAt, ShopError> {
    let question = Question::new(&call, request.instant, request.limit)?;
    let user_id = request.id;
    call.read(move |db| {
        let figure = figure_as_of(db, Figure::Points { user_id }, question)?;
        let (available_point, as_of) = figure.ok_or(ErrorCode::UserNotFound)?;
        Ok(PointsAt { user_id, available_point, as_of })
    })
    .await
}
