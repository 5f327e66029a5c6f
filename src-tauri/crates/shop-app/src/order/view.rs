//! Orders and their payments in the form of the contract.

use shop_domain::business::vat_of;
use shop_domain::order::{OrderState as State, PaymentState};
use shop_store::order::{Address, Item, UsedCoupon, WholeOrder};
use shop_store::payment::PaymentRow;
use shop_store::refund::{RefundItemRow, WholeRefund};
use shop_store::{Db, StoreResult};

use crate::catalog::image_url;
use crate::charge::deposit_account;
use crate::shipping::Carriers;
use shop_contract::{
    AppliedCoupon, BalanceChange, Order, OrderItem, OrderRefund, Payment, PaymentMethod, RefundedItem, ShippingAddress,
};

pub(super) fn order(whole: WholeOrder, carriers: &Carriers) -> Order {
    let order = whole.order;
    let tracking_url = carriers.url(&order.tracking);
    Order {
        id: order.id,
        order_number: order.order_number,
        state: order.state.into(),
        delivery_state: order.delivery_state.map(Into::into),
        amount: order.amount.get(),
        discount_amount: order.discount_amount.get(),
        shipping_fee: order.shipping_fee.get(),
        total_amount: order.total_amount.get(),
        vat_amount: vat_of(order.total_amount).get(),
        refunded_amount: order.refunded_amount.get(),
        items: whole.items.into_iter().map(item).collect(),
        coupons: whole.coupons.into_iter().map(used_coupon).collect(),
        payment: whole.payment.map(payment),
        payments: payments(whole.payments),
        refunds: whole.refunds.iter().map(refund).collect(),
        delivery_method: order.delivery_method.into(),
        shipping_address: address(order.address),
        carrier: order.tracking.carrier,
        tracking_number: order.tracking.number,
        tracking_url,
        pickup_code: order.pickup_code,
        delivery_memo: order.delivery_memo,
        created_at: order.created_at,
        updated_at: order.updated_at,
        paid_at: order.paid_at,
        delivered_at: order.delivered_at,
        cancelled_at: order.cancelled_at,
        // Only an unpaid order can expire.
        expires_at: order.expires_at.filter(|_| order.state == State::Normal),
        place_in_line: order.line.map(Into::into),
    }
}

pub(crate) fn payment(stored: PaymentRow) -> Payment {
    Payment {
        id: stored.id,
        order_id: stored.order_id,
        method: stored.method.into(),
        amount: stored.amount.get(),
        state: stored.state.into(),
        paid_at: stored.paid_at,
        failure_reason: stored.failure_reason,
        balance: stored.balance.map(|(before, after)| BalanceChange { before, after }),
        refunded_amount: Some(stored.refunded_amount.get()).filter(|amount| *amount > 0),
        depositor_name: stored.depositor_name,
        due_at: stored.due_at.filter(|_| stored.state == PaymentState::Pending),
        account: None,
    }
}

/// All of them where a deposit is among them; else the order's one payment says it all.
fn payments(stored: Vec<PaymentRow>) -> Vec<Payment> {
    let is_any_deposit = stored.iter().any(|payment| payment.method.is_deposit());
    if is_any_deposit { stored.into_iter().map(payment).collect() } else { Vec::new() }
}

/// Names the account to transfer to in each payment by transfer that is awaited.
pub(crate) fn name_account<'a>(db: &Db, payments: impl Iterator<Item = &'a mut Payment>) -> StoreResult<()> {
    let is_awaited = |payment: &&mut Payment| {
        payment.method == PaymentMethod::BankTransfer && payment.state == shop_contract::PaymentState::Pending
    };
    let mut awaited = payments.filter(is_awaited).peekable();
    if awaited.peek().is_some() {
        let account = deposit_account(db)?;
        awaited.for_each(|payment| payment.account.clone_from(&account));
    }
    Ok(())
}

fn item(item: Item) -> OrderItem {
    OrderItem {
        id: item.id,
        product_id: item.product_id,
        product_option_id: item.option_id,
        product_name: item.product_name,
        product_name_en: item.product_name_en,
        image_url: image_url(item.image.as_deref()),
        price: item.price.get(),
        quantity: item.quantity.get(),
        discount_amount: item.discount_amount.get(),
        total_amount: item.total_amount.get(),
        cancelled_quantity: item.cancelled_quantity,
        refunded_amount: item.refunded_amount.get(),
    }
}

pub(super) fn refund(whole: &WholeRefund) -> OrderRefund {
    let item = |item: &RefundItemRow| RefundedItem {
        order_item_id: item.order_item_id,
        quantity: item.quantity,
        amount: item.amount.get(),
    };
    OrderRefund {
        id: whole.refund.id,
        amount: whole.refund.amount.get(),
        point_amount: whole.refund.point_amount.get(),
        outside_amount: whole.refund.outside_amount.get(),
        shipping_fee: whole.refund.shipping_fee.get(),
        items: whole.items.iter().map(item).collect(),
        created_at: whole.refund.created_at,
    }
}

fn used_coupon(coupon: UsedCoupon) -> AppliedCoupon {
    AppliedCoupon {
        user_coupon_id: coupon.user_coupon_id,
        name: coupon.name,
        name_en: coupon.name_en,
        kind: coupon.kind.into(),
        cart_item_id: None,
        order_item_id: coupon.order_item_id,
        discount_amount: coupon.discount_amount.get(),
    }
}

fn address(address: Address) -> ShippingAddress {
    ShippingAddress {
        recipient_name: address.recipient_name,
        phone: address.phone,
        zip_code: address.zip_code,
        address: address.address,
        detail_address: address.detail_address,
    }
}
