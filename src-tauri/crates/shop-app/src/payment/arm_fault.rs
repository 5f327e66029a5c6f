//! Makes payments fail on purpose, to demonstrate the compensation.

use shop_store::setting::read;

use crate::context::AdminCall;
use crate::setting;
use shop_contract::{ArmFault, ArmedFault, BreakingPoint, ErrorCode, ShopError};

/// Allowed number of injected failures for one request.
const TIMES: std::ops::RangeInclusive<i64> = 1..=100;

/// Makes the next payments fail between debit and commit.
///
/// # Errors
/// `NOT_FOUND` outside a demo shop; `INVALID_INPUT`.
pub async fn arm_fault(call: AdminCall, request: ArmFault) -> Result<ArmedFault, ShopError> {
    let is_demo = call.read(|db| Ok(read(db, setting::DEMO)?.unwrap_or(false))).await?;
    if !is_demo {
        return Err(ErrorCode::NotFound.into());
    }
    let ArmFault { point, times } = request;
    let armed = u64::try_from(times).ok().filter(|_| TIMES.contains(&times));
    let armed = armed.ok_or_else(|| ShopError::invalid("times", "1 to 100"))?;
    match point {
        BreakingPoint::Payment => call.shop.arm_payment_fault(armed),
    }
    Ok(ArmedFault { point, times })
}
