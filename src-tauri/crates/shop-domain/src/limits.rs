//! Every bound of the shop by name, so that the rules, the contract and the pages use the same figure. Lengths of text
//! are in characters (Unicode scalar values), not bytes.

use std::ops::RangeInclusive;

use thiserror::Error;

/// A number outside the range of its type; `INVALID_INPUT` in the API.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("out of range")]
pub struct OutOfRange;

/// The largest single amount, in won.
pub const MAX_WON: i64 = 1_000_000_000_000;
/// The largest number of units in one line.
pub const MAX_QUANTITY: i64 = 1_000_000;
/// The largest number of units that one stock row may hold.
pub const MAX_STOCK: i64 = 1_000_000_000;
/// A product with no more units than this counts as low in stock, unless configured.
pub const LOW_STOCK_THRESHOLD: i64 = 10;
/// The highest threshold that can be configured; the index of short levels ends here.
pub const LOW_STOCK_THRESHOLD_MAX: i64 = 100;
/// Products that one customer can wait for at a time.
pub const MAX_RESTOCK_NOTICES: i64 = 100;
/// The length of a SKU and of a barcode; an empty one is none.
pub const GOODS_CODE: RangeInclusive<usize> = 0..=64;
/// The options of one product, at most.
pub const MAX_OPTIONS: usize = 100;
/// The pictures of one product, at most.
pub const MAX_PICTURES: usize = 10;
/// The longest picture, in bytes.
pub const PICTURE_BYTES: usize = 5 * 1024 * 1024;
/// The pixels of a picture, at most.
pub const PICTURE_PIXELS: u64 = 50_000_000;
/// What decoding one picture may take, in bytes.
pub const PICTURE_MEMORY: u64 = 512 * 1024 * 1024;
/// The width at which a picture is stored for its own page, in pixels; a narrower one keeps its width.
pub const PICTURE_LARGE_WIDTH: u32 = 1_280;
/// The width at which it is stored for lists, in pixels.
pub const PICTURE_SMALL_WIDTH: u32 = 480;
/// The largest integer that survives a JSON number in a browser, 2^53 − 1: ids and money stay below.
pub const MAX_SAFE_INTEGER: i64 = 9_007_199_254_740_991;

/// The lines that one cart holds at most.
pub const MAX_CART_LINES: usize = 100;
/// After so many days untouched a cart line lapses.
pub const CART_LAPSE_DAYS: i64 = 30;
/// An unpaid order gives its stock and coupons back after so many minutes, unless configured.
pub const ORDER_EXPIRY_MINUTES: i64 = 30;
/// A shipment can be undone for so many seconds: the pages offer it for ten, and the request needs time on its way.
pub const UNSHIP_SECONDS: i64 = 12;
/// `CART` coupons in one order, at most.
pub const MAX_CART_COUPONS: usize = 2;

/// The least amount of one charge of points, in won.
pub const CHARGE_MIN: i64 = 1_000;
/// The greatest amount of one charge of points, in won.
pub const CHARGE_MAX: i64 = 10_000_000;

/// Requests of one customer for points that may wait at a time.
pub const WAITING_CHARGES_MAX: i64 = 5;

/// Business days after today's on which the money for an order may still come, unless configured.
pub const DEPOSIT_DAYS: i64 = 3;
/// The days that can be configured.
pub const DEPOSIT_DAYS_RANGE: RangeInclusive<i64> = 0..=30;

/// Business days after the day of delivery on which a return can be asked for, unless configured.
pub const RETURN_DAYS: i64 = 7;
/// The days that can be configured.
pub const RETURN_DAYS_RANGE: RangeInclusive<i64> = 0..=365;

/// The rate of a coupon, in per cent.
pub const COUPON_RATE: RangeInclusive<i64> = 1..=100;
/// The rate of a sale, in per cent: a sale never gives a product away.
pub const SALE_RATE: RangeInclusive<i64> = 1..=90;

/// The longest period of popular products, in business days.
pub const POPULAR_MAX_DAYS: i64 = 30;
/// The most popular products in one answer.
pub const POPULAR_MAX_LIMIT: usize = 100;
/// For so many business days the units sold are counted in memory.
pub const COUNTER_DAYS: i64 = 30;
/// Seconds between one try to post an event to the webhook and the next: the tries come 5 seconds, 1, 5 and 15 minutes, 1, 2
/// and 4 hours and then every 4 hours after the first one. After the last pause, a day after the first try, comes the last try.
pub const WEBHOOK_PAUSES_SECONDS: [i64; 12] =
    [5, 55, 240, 600, 2_700, 3_600, 7_200, 14_400, 14_400, 14_400, 14_400, 14_400];

/// So many failed tries to sign in with one e-mail from one address have no consequence.
pub const SIGN_IN_FREE_FAILURES: i64 = 5;
/// So long one waits after the first failed try that has, in seconds; each further one doubles it.
pub const SIGN_IN_FIRST_WAIT_SECONDS: i64 = 30;
/// But never longer than this, in seconds.
pub const SIGN_IN_LONGEST_WAIT_SECONDS: i64 = 15 * 60;
/// So many failed tries from one address, whatever the e-mails, close it to sign-in.
pub const SIGN_IN_ADDRESS_FAILURES: i64 = 100;
/// The period within which they are counted, in minutes.
pub const SIGN_IN_ADDRESS_MINUTES: i64 = 15;
/// A failed try is forgotten after so many hours.
pub const SIGN_IN_MEMORY_HOURS: i64 = 24;
/// A one-time code for a new password is valid for so many hours.
pub const RESET_CODE_HOURS: i64 = 24;
/// A session that is not heard of for so many days has run out.
pub const SESSION_IDLE_DAYS: i64 = 30;
/// Seconds in which a replaced refresh token may be used once more, while its successor has not been used.
pub const REFRESH_REPEAT_SECONDS: i64 = 10;
/// Most characters of the name of a device; longer ones are cut.
pub const DEVICE_MAX: usize = 100;

/// The hour of the business day of the daily backup, unless configured.
pub const BACKUP_HOUR: i64 = 4;
/// Number of daily backups, unless configured.
pub const BACKUPS_KEPT: i64 = 14;
/// Largest number of daily backups that can be configured.
pub const BACKUPS_KEPT_MAX: i64 = 90;

/// Length of a password.
pub const PASSWORD: RangeInclusive<usize> = 8..=128;
/// The longest e-mail address (RFC 5321's path less its brackets).
pub const EMAIL_MAX: usize = 254;
/// Length of the name of a user.
pub const USER_NAME: RangeInclusive<usize> = 1..=100;
/// Digits in a telephone number (E.164 allows 15).
pub const PHONE_DIGITS: RangeInclusive<usize> = 7..=15;
/// Digits in a Korean postcode.
pub const ZIP_CODE_DIGITS: usize = 5;
/// Length of the first line of an address.
pub const ADDRESS: RangeInclusive<usize> = 1..=200;
/// Length of the second line of an address, which may be left out.
pub const DETAIL_ADDRESS: RangeInclusive<usize> = 0..=200;
/// Length of the name of a product, an option or a coupon.
pub const NAME: RangeInclusive<usize> = 1..=100;
/// Length of a category's name.
pub const CATEGORY: RangeInclusive<usize> = 1..=50;
/// Length of a product's description.
pub const DESCRIPTION: RangeInclusive<usize> = 0..=5_000;
/// Length of a product's description as HTML, before and after it is sanitized.
pub const DESCRIPTION_HTML: RangeInclusive<usize> = 0..=20_000;
/// Length of the reason that an admin gives for a change.
pub const REASON: RangeInclusive<usize> = 1..=200;
/// Length of what a customer asks of the delivery.
pub const DELIVERY_MEMO: RangeInclusive<usize> = 0..=200;
/// The greatest shipping fee and the greatest surcharge, in won.
pub const SHIPPING_FEE_MAX: i64 = 1_000_000;
/// Ranges of postcodes with a surcharge, at most.
pub const MAX_SURCHARGES: usize = 200;
/// Carriers of a shop's own, at most.
pub const MAX_CARRIERS: usize = 30;
/// Length of the name of a carrier.
pub const CARRIER_NAME: RangeInclusive<usize> = 1..=50;
/// Length of a tracking number.
pub const TRACKING_NUMBER: RangeInclusive<usize> = 4..=40;
/// The longest address of a carrier's page, in characters.
pub const TRACKING_URL_MAX: usize = 300;
/// Digits in the code with which an order is picked up.
pub const PICKUP_CODE_DIGITS: usize = 6;
/// Length of the address and of the hours of the place where orders are picked up.
pub const PICKUP_TEXT: RangeInclusive<usize> = 0..=200;
/// Length of the name of a bank.
pub const BANK_NAME: RangeInclusive<usize> = 1..=30;
/// Digits in the number of a bank account.
pub const ACCOUNT_DIGITS: RangeInclusive<usize> = 6..=20;
/// Length of the name of the holder of a bank account.
pub const ACCOUNT_HOLDER: RangeInclusive<usize> = 1..=50;
/// Length of the name of a business, of its representative and of its privacy officer.
pub const BUSINESS_NAME: RangeInclusive<usize> = 1..=100;
/// Length of the number of a report as a mail-order business.
pub const MAIL_ORDER_NUMBER: RangeInclusive<usize> = 1..=50;
/// Length of the text of the terms, and of the privacy policy; an empty one is none.
pub const DOCUMENT_TEXT: RangeInclusive<usize> = 0..=50_000;
/// Length of a note that an admin writes on an order or a user.
pub const NOTE: RangeInclusive<usize> = 1..=2_000;
/// Characters of a search text that are used; the rest is ignored.
pub const SEARCH_TEXT_MAX: usize = 100;
/// Most tokens of a search text that are looked up.
pub const SEARCH_TERMS_MAX: usize = 32;
