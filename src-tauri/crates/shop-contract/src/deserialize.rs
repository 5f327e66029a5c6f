//! How fields of requests are read whose type alone does not say what may stand in them: instants, and words that are
//! looked for. Texts that are kept are parsed by the use case, which knows their bounds.

use chrono::{DateTime, Utc};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use shop_domain::instant;
use shop_domain::text::normalize;

/// An instant of a cursor. Chrono alone would let the year 10000 in, which the store refuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Instant(pub DateTime<Utc>);

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        instant::parse(&text).map(Self).map_err(D::Error::custom)
    }
}

/// An instant of a request, RFC 3339 in the years 0 to 9999. Each one is read so; `tests/tidy` sees to it.
pub(super) fn instant<'de, D: Deserializer<'de>>(deserializer: D) -> Result<DateTime<Utc>, D::Error> {
    Instant::deserialize(deserializer).map(|Instant(instant)| instant)
}

/// An instant that may be absent.
pub(super) fn optional_instant<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<DateTime<Utc>>, D::Error> {
    Ok(Option::<Instant>::deserialize(deserializer)?.map(|Instant(instant)| instant))
}

/// Words that something is looked for by, in the form in which all texts are kept.
pub(super) fn optional_words<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(Option::<String>::deserialize(deserializer)?.map(|words| normalize(&words).into_owned()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::{ListProducts, MarkAlertsSeen, UpdateSettings, parse};

    #[test]
    fn an_instant_that_is_none_is_told_by_one_reason() {
        for bad in ["9999-12-31T23:59:59-05:00", "+10000-01-01T00:00:00Z", "0000-01-01T00:00:00+09:00", "never"] {
            let details = parse::<MarkAlertsSeen>(json!({"until": bad})).expect_err("it is none").sent_details();
            let field = json!({"field": "until", "reason": "NOT_AN_INSTANT"});
            assert_eq!(details, Some(json!({"fields": [field]})), "{bad}");
        }
        assert!(parse::<MarkAlertsSeen>(json!({"until": "9999-12-31T23:59:59Z"})).is_ok(), "the last second is one");
    }

    #[test]
    fn an_instant_may_be_absent_where_it_is_optional() {
        let settings = json!({"shopName": "장터", "lowStockThreshold": 5, "orderExpiryMinutes": 30});
        let parsed = parse::<UpdateSettings>(settings.clone()).expect("it is not needed");
        assert_eq!(parsed.updated_at, None, "nothing was sent");
        let mut beyond = settings;
        beyond["updatedAt"] = json!("9999-12-31T23:59:59-00:01");
        assert!(parse::<UpdateSettings>(beyond).is_err(), "what is sent is an instant");
    }

    #[test]
    fn words_are_looked_for_in_normal_form() {
        let typed = json!({"q": "\u{200B}\u{1106}\u{1165}그\u{A0}", "category": "주방\u{A0}용품"});
        let asked = parse::<ListProducts>(typed).expect("words are words");
        assert_eq!(
            (asked.q.as_deref(), asked.category.as_deref()),
            (Some("머그"), Some("주방 용품")),
            "as texts are kept"
        );
    }
}
