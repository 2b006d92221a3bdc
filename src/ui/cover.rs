//! The cover over answers after inactivity. The screen under it stays as it is, out of sight.

use yew::prelude::*;

use super::context::Cx;
use super::parts::Weight;
use crate::domain::session::Msg;
use crate::language::Message;

/// The cover, with a button to go back.
pub fn cover(cx: &Cx) -> Html {
    let Cx { words, focus, .. } = cx;
    html! {
        <section class="cover" aria-labelledby="cover-title">
            <h2 id="cover-title" tabindex="-1" ref={focus.cover.clone()}>{ words.text(Message::CoverTitle) }</h2>
            <p>{ words.text(Message::CoverAbout) }</p>
            <div class="actions">
                { cx.button(Message::CoverShow, Weight::Primary, Msg::Shown).html() }
            </div>
        </section>
    }
}
