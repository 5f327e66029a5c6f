//! The one list of operations as an enum, so that a table over it that lacks one does not compile.

use serde_json::Value;
use shop_contract::{Facts, for_each_operation, operation};

use crate::http::{Ask, Site};

macro_rules! operations {
    ($($name:ident: $noun:ident, $access:ident, $method:ident $path:literal, $status:literal, $request:ident => $response:ident;)*) => {
        /// An operation, named as in the list.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Operation {
            $(
                #[doc = concat!("`", stringify!($method), " ", $path, "`")]
                $name,
            )*
        }

        impl Operation {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// What the list says of it.
            pub fn listed(self) -> &'static Facts {
                match self { $(Self::$name => operation::$name.facts()),* }
            }
        }
    };
}
for_each_operation!(operations);

impl Operation {
    /// A call of it with this input: what the path names goes into the path, the rest into the query or the body.
    pub fn ask(self, site: &Site, input: &Value) -> Ask {
        let listed = self.listed();
        let mut rest = input.as_object().expect("an input is an object").clone();
        let mut path = listed.path.to_owned();
        for name in names_in(listed.path) {
            let value = rest.remove(name).unwrap_or_else(|| panic!("{self:?} lacks {name}"));
            path = path.replace(&format!("{{{name}}}"), &plain(&value));
        }
        if !listed.has_body() {
            let pairs: Vec<String> = rest.iter().map(|(name, value)| format!("{name}={}", plain(value))).collect();
            if !pairs.is_empty() {
                path = format!("{path}?{}", pairs.join("&"));
            }
            return site.ask(listed.method, &path);
        }
        site.ask(listed.method, &path).json(&Value::Object(rest))
    }
}

/// The names between braces in a path.
fn names_in(path: &str) -> impl Iterator<Item = &str> {
    path.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0))
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
