//! Codes of the domain as the contract has them. The names are the same, and both ways between them are checked by the compiler.

/// Declares an enum of the contract with the variants of an enum of the domain, and the conversions between the two.
macro_rules! mirrored {
    ($(#[$meta:meta])* $name:ident of $domain:path { $($(#[$variant_meta:meta])* $variant:ident,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
        #[serde(rename_all = "SCREAMING_SNAKE_CASE")]
        pub enum $name { $($(#[$variant_meta])* $variant,)+ }

        impl From<$domain> for $name {
            fn from(code: $domain) -> Self {
                match code { $(<$domain>::$variant => Self::$variant,)+ }
            }
        }

        impl From<$name> for $domain {
            fn from(code: $name) -> Self {
                match code { $($name::$variant => Self::$variant,)+ }
            }
        }
    };
}
pub(crate) use mirrored;
