// What the shipped files can name. Whatever is added here is a new power: think before you add.

// `open` is document.open(), which empties the page before it is left.
const STANDALONE = {
  CustomEvent: 1, console: 1, defaultView: 1, dispatchEvent: 1, globalThis: 2, localStorage: 2, location: 3, navigation: 1, open: 1,
  ownerDocument: 1, referrer: 1, self: 1, top: 3, window: 1,
};
const FRAME = {
  ...STANDALONE, RTCPeerConnection: 1, globalThis: 3, localStorage: 3, location: 5, parent: 5, postMessage: 1, self: 4, webkitRTCPeerConnection: 1,
};

/** How often each shipped script names what could carry something out (ladder/rungs.mjs has the list). */
export const NAMED = {
  'trust-checkin.js': { ...STANDALONE, fetch: 1, import: 7 },
  'trust-checkin.standalone.js': STANDALONE,
  'trust-checkin.standalone.full.js': STANDALONE,
  // It makes the frame, on the page of the owner: nothing of the reader's gets there.
  'trust-checkin.frame.js': { location: 2, open: 1, src: 3, title: 1 },
  'frame.html': FRAME,
  'frame.full.html': FRAME,
};

/** What only the full build of the app imports: without saving and comparing there is no way to what a browser keeps. */
export const ONLY_FULL = [
  'files', 'get', 'getItem', 'instanceof_HtmlTextAreaElement', 'localStorage', 'removeItem', 'setItem', 'size',
];

/** What the app imports, from the manifest: what the glue makes or calls, or else wasm-bindgen's name for it. */
export const IMPORTS = [
  'Array.from', 'Array.of', 'Date.now', 'Error', 'Object.is', 'Promise.resolve', 'Reflect.get', 'Reflect.set',
  '__wbindgen_generic', '__wbindgen_generic', '__wbindgen_generic', '__wbindgen_generic', '__wbindgen_generic',
  '__wbindgen_generic', '__wbindgen_generic', '__wbindgen_init_externref_table', '__wbindgen_is_function',
  '__wbindgen_is_null', '__wbindgen_is_object', '__wbindgen_is_undefined', '__wbindgen_jsval_eq', '__wbindgen_number_get', '__wbindgen_string_get', '__wbindgen_throw', '_wbg_cb_unref',
  'addEventListener', 'bubbles', 'cache_key', 'call', 'call', 'call', 'call', 'cancelBubble', 'checked', 'childNodes',
  'cloneNode', 'closest', 'composedPath', 'createElement', 'createElementNS', 'createTextNode', 'detail', 'document',
  'error (does nothing)', 'files', 'focus', 'focus', 'format', 'format', 'format', 'get', 'get', 'getItem', 'host',
  'insertBefore', 'instanceof_Element', 'instanceof_HtmlInputElement', 'instanceof_HtmlSelectElement',
  'instanceof_HtmlTextAreaElement', 'instanceof_ShadowRoot', 'instanceof_Window', 'isComposing', 'key', 'keyCode',
  'language', 'lastChild',
  'length', 'listener_id', 'localStorage', 'namespaceURI', 'navigator', 'new Array', 'new Intl.DateTimeFormat',
  'new Intl.DisplayNames', 'new Intl.ListFormat', 'new Intl.NumberFormat', 'new Object', 'nextSibling', 'of',
  'parentElement', 'parentNode', 'preventDefault', 'push', 'querySelector', 'queueMicrotask', 'queueMicrotask',
  'removeAttribute', 'removeChild', 'removeEventListener', 'removeItem', 'repeat', 'selectedIndex', 'setAttribute', 'setItem', 'setTimeout',
  'set_cache_key', 'set_capture', 'set_checked', 'set_defaultValue', 'set_innerHTML (does nothing)', 'set_listener_id',
  'set_nodeValue', 'set_once', 'set_passive', 'set_prevent_scroll', 'set_selectedIndex', 'set_subtree_id', 'set_value',
  'set_value', 'size', 'slice', 'static_accessor_GLOBAL (does nothing)', 'static_accessor_GLOBAL_THIS',
  'static_accessor_SELF (does nothing)', 'static_accessor_WINDOW (does nothing)', 'subtree_id', 'target',
  'then', 'value', 'value',
];
