// The shipped app with its limits changed, for what a device with less room would do to it.
// Format: https://webassembly.github.io/spec/core/binary/modules.html

const MEMORY = 5;
const GLOBAL = 6;
const EXPORT = 7;
const HEADER = 8;

function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at];
    at += 1;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return { value, at };
  }
}

const leb128 = (value) => (value > 0x7f ? [(value & 0x7f) | 0x80, ...leb128(Math.floor(value / 128))] : [value]);

function* sections(wasm) {
  let at = HEADER;
  while (at < wasm.length) {
    const { value: size, at: start } = number(wasm, at + 1);
    yield { id: wasm[at], body: [...wasm.subarray(start, start + size)] };
    at = start + size;
  }
}

/** Puts other bodies to sections, by their id. */
function change(wasm, changes) {
  const done = new Set();
  const all = [...sections(wasm)].map(({ id, body }) => {
    if (changes[id]) done.add(String(id));
    const now = changes[id]?.(body) ?? body;
    return Buffer.from([id, ...leb128(now.length), ...now]);
  });
  const missing = Object.keys(changes).filter((id) => !done.has(id));
  if (missing.length > 0) throw new Error(`The app has no section ${missing}.`);
  return Buffer.concat([wasm.subarray(0, HEADER), ...all]);
}

/** A memory that may grow to so many pages of 64 KiB and no further. */
export function withMemoryOf(wasm, pages) {
  return change(wasm, {
    [MEMORY]: (body) => {
      const [count, flags] = body;
      const { value: least } = number(body, 2);
      if (count !== 1 || flags !== 0 || least > pages) throw new Error('The app has another memory than it had.');
      return [1, 1, ...leb128(least), ...leb128(pages)];
    },
  });
}

/** The stack pointer among what the app exports, as `stack`: whoever sets it low leaves no room for one more call. */
export function withStackExported(wasm) {
  return change(wasm, {
    [GLOBAL]: (body) => {
      const [, type, mutable, code] = body;
      if (type !== 0x7f || mutable !== 1 || code !== 0x41) throw new Error('The first global is no stack pointer.');
      return body;
    },
    [EXPORT]: (body) => {
      const { value: count, at } = number(body, 0);
      const name = [...Buffer.from('stack')];
      return [...leb128(count + 1), ...body.slice(at), name.length, ...name, 3, 0];
    },
  });
}
