//! The mark of the check-in: stepping stones, one small step at a time.

use yew::prelude::*;

/// Five stones that lead upwards. Decoration: hidden from screen readers.
pub fn stones() -> Html {
    let places = [(14, 62, 9, 4), (44, 56, 12, 5), (80, 47, 15, 6), (122, 35, 18, 7), (170, 19, 21, 9)];
    html! {
        <svg class="stones" viewBox="0 0 196 70" aria-hidden="true" focusable="false">
            for (x, y, width, height) in places {
                <ellipse
                    cx={x.to_string()}
                    cy={y.to_string()}
                    rx={width.to_string()}
                    ry={height.to_string()}
                />
            }
        </svg>
    }
}
