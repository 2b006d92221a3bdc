//! The flow: what each message does on each screen, and which effect follows. `walk` says how a trace is written.

mod card;
mod feeling;
mod guards;
mod questions;
mod review;
mod walk;
