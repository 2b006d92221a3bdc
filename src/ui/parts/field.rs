//! Fields that hold words of the reader's.

/// A text field, `input` or `textarea`, whose words stay in it: browsers and writing services (Grammarly, LanguageTool)
/// neither send them elsewhere for spelling and suggestions nor remember them. More attributes follow its tag.
macro_rules! field {
    ($tag:ident $($attributes:tt)*) => {
        yew::html! {
            <$tag
                autocomplete="off"
                autocorrect="off"
                spellcheck="false"
                writingsuggestions="false"
                data-gramm="false"
                data-lt-active="false"
                $($attributes)*
            />
        }
    };
}

pub(crate) use field;
