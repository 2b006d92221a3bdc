//! `bindgen <app.wasm> <folder>` writes the app with its bindings resolved, and the glue for it, into `folder`:
//! what `wasm-bindgen --target bundler` does. As a member of the workspace it always has the version of
//! wasm-bindgen that the app was compiled with, and it compiles in a quarter of the time.

use wasm_bindgen_cli_support::{Bindgen, EncodeInto};

fn main() -> Result<(), String> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [app, folder] = words.as_slice() else {
        return Err("usage: bindgen <app.wasm> <folder>".to_owned());
    };
    let mut bindgen = Bindgen::new();
    // Every browser that runs the app has TextEncoder.encodeInto.
    bindgen.encode_into(EncodeInto::Always);
    let with_target = bindgen.input_path(app).typescript(false).bundler(true);
    with_target.and_then(|bindgen| bindgen.generate(folder)).map_err(|error| format!("{app}: {error:#}"))
}
