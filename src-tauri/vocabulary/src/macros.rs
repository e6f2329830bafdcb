//! Enums of the domain whose words are the same in the file, on the wire and on the command line.

/// Declares an enum of the domain whose words are the same in the file, on the wire and on the command line. One with a
/// `#[default]` among its values begins with `#[derive(Default)]`.
#[macro_export]
macro_rules! string_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[ts(export, export_to = "words/")]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $word)] $variant,)*
        }

        impl $name {
            /// Every value, in the order in which people think of them.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The word in the file, on the wire and on the command line.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }

            /// The value of exactly this word.
            pub fn find(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.word() == word)
            }

            /// The place of the value among all, from 1: what lists sort by.
            pub fn number(self) -> i64 {
                self as i64 + 1
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::UnknownWord;

            /// Reads the word; blanks, underscores and case don't matter.
            fn from_str(text: &str) -> std::result::Result<Self, Self::Err> {
                let word = text.trim().to_lowercase().replace([' ', '_'], "-");
                Self::find(&word).ok_or_else(|| $crate::UnknownWord::new(text, Self::ALL.iter().map(|value| value.word())))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.word())
            }
        }

        impl $crate::rusqlite::types::ToSql for $name {
            fn to_sql(&self) -> $crate::rusqlite::Result<$crate::rusqlite::types::ToSqlOutput<'_>> {
                Ok(self.word().into())
            }
        }

        impl $crate::rusqlite::types::FromSql for $name {
            fn column_result(value: $crate::rusqlite::types::ValueRef<'_>) -> $crate::rusqlite::types::FromSqlResult<Self> {
                Self::find(value.as_str()?).ok_or($crate::rusqlite::types::FromSqlError::InvalidType)
            }
        }
    };
}
