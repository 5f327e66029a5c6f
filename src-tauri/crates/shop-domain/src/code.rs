//! Defines enums with codes for the database, the API and the tests. It is a macro, because every state needs the same
//! functions and copies would diverge.

use thiserror::Error;

/// An unknown code. The CHECKs make it impossible in a row; from a client it is invalid input.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("unknown code {0:?}")]
pub struct UnknownCode(pub String);

/// Declares an enum with its codes: `as_str`, `parse`, `ALL` and `Display`.
macro_rules! coded {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident => $code:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_meta])* $variant,)+ }

        impl $name {
            /// Every variant, in the order of declaration.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The code in the database and the API.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// Parses a code in exactly the form of [`Self::as_str`].
            ///
            /// # Errors
            /// [`UnknownCode`](crate::UnknownCode) for any other text.
            pub fn parse(code: &str) -> Result<Self, $crate::UnknownCode> {
                Self::ALL
                    .iter()
                    .copied()
                    .find(|variant| variant.as_str() == code)
                    .ok_or_else(|| $crate::UnknownCode(code.to_owned()))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}
pub(crate) use coded;
