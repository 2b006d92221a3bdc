//! A reminder for the reader's calendar. It does not say what it is about.

use std::rc::Rc;

use yew::prelude::*;

use crate::language::Message;
use crate::ui::capabilities::Taken;
use crate::ui::context::Cx;
use crate::ui::export::file_text;
use crate::ui::parts::{Button, Weight};

/// The button, and the text of the file for browsers that make none.
#[hook]
pub fn use_reminder(cx: &Cx) -> Html {
    let words = &cx.words;
    let made = use_state(|| Rc::<str>::from(""));
    let make = Callback::from({
        let (take, made) = (cx.host.take.clone(), made.setter());
        let (title, about) = (words.say(Message::RemindTitle), words.say(Message::RemindSays));
        move |()| made.set(take.emit(Taken::Reminder(title.clone(), about.clone())))
    });
    html! {
        <>
            <p>{ words.text(Message::RemindAbout) }</p>
            <div class="actions">
                { Button::new(words.say(Message::Remind), Weight::Secondary, make).html() }
            </div>
            if !made.is_empty() {
                { file_text(&made, false, words) }
            }
        </>
    }
}
