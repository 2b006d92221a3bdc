// The JavaScript that ships may use only what is named here: what it cannot name, it cannot do.
const shippedMayUse = [
  // Nodes, styles, and what the page looks like.
  'CSSStyleSheet', 'CustomEvent', 'HTMLElement', 'IntersectionObserver', 'MutationObserver', 'addEventListener', 'removeEventListener',
  'customElements', 'document', 'getComputedStyle', 'innerHeight', 'matchMedia', 'print', 'queueMicrotask',
  'clearTimeout', 'requestIdleCallback', 'setTimeout',
  // Whether anybody has touched the page lately.
  'Date', 'clearInterval', 'setInterval',
  // The language and country that the browser is set to.
  'Intl', 'navigator',
  // The app and its data. Response and Blob only ever hold what is in the script already.
  'Blob', 'DecompressionStream', 'Response', 'TextDecoder', 'URL', 'WebAssembly', 'atob', 'fetch',
  // What the build puts in.
  'DATA', 'SAY', '__BUILD__', '__DATA__', '__LINES__', '__TREE__', '__VALUES__', '__VERSION__', '__WASM__',
  '__WORDS__',
];
/** The page inside the frame is our own, and talks to the page around it. */
const frameMayUse = [...shippedMayUse, 'CSS', 'ResizeObserver', 'URLSearchParams', 'location'];
const readonly = (names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

const always = {
  eqeqeq: 'error',
  'no-eval': 'error',
  'no-implied-eval': 'error',
  'no-new-func': 'error',
  'no-script-url': 'error',
  'no-undef': 'error',
  'no-unused-vars': 'error',
  'no-var': 'error',
  'prefer-const': 'error',
};

const htmlFromText = 'innerHTML outerHTML insertAdjacentHTML createContextualFragment setHTML setHTMLUnsafe srcdoc';
const forbidden = [
  // getFile is the one place that talks to the network, warn the one that talks to the owner.
  ['Identifier[name="fetch"]:not(FunctionDeclaration[id.name="getFile"] *)', 'Only getFile may fetch.'],
  [`MemberExpression[property.name=/^(${htmlFromText.replaceAll(' ', '|')})$/]`, 'Build nodes with make().'],
  ['MemberExpression[object.name="document"][property.name=/^(write|writeln|cookie|domain)$/]', 'Not in a guest.'],
  ['MemberExpression[property.name="sendBeacon"]', 'Nothing leaves.'],
  ['MemberExpression[property.name=/^(defaultView|ownerDocument|constructor|style)$/]', 'Not in a guest.'],
  ['CallExpression[callee.property.name="setAttribute"][arguments.0.value=/^(style|on.*)$/]', 'A strict page blocks it.'],
  ['Identifier[name="console"]:not(FunctionDeclaration[id.name="warn"] *)', 'Only warn may use the console.'],
  ['ImportExpression', 'All JavaScript is in one file that the page can pin by its hash.'],
].map(([selector, message]) => ({ selector, message }));

export default [
  {
    files: ['element/*.js'],
    // No comment can switch a rule off.
    linterOptions: { noInlineConfig: true },
    languageOptions: { ecmaVersion: 2022, sourceType: 'module', globals: readonly([...shippedMayUse, 'console']) },
    rules: {
      ...always,
      'no-restricted-globals': ['error', 'Function', 'eval', 'globalThis', 'self', 'window', 'parent', 'top'],
      'no-restricted-syntax': ['error', ...forbidden],
    },
  },
  {
    // It takes WebRTC away, reads the owner's options and tells the page around how high it is.
    files: ['element/frame.js'],
    languageOptions: { globals: readonly([...frameMayUse, 'globalThis', 'parent', 'self']) },
    rules: { 'no-restricted-globals': ['error', 'Function', 'eval', 'window', 'top'] },
  },
  {
    // "Leave quickly" takes the whole tab elsewhere, out of a frame too.
    files: ['element/leave.js'],
    languageOptions: { globals: readonly(['top']) },
    rules: { 'no-restricted-globals': ['error', 'Function', 'eval', 'globalThis', 'self', 'window', 'parent'] },
  },
  {
    // It runs in the owner's page and sets the height of a frame.
    files: ['element/frame-host.js'],
    rules: { 'no-restricted-syntax': ['error', ...forbidden.filter(({ selector }) => !selector.includes('style)'))] },
  },
  {
    files: ['build/*.mjs', 'site/*.mjs', 'bench/*.mjs', 'tests/**/*.mjs', 'packages/wordpress/*.mjs', '*.mjs'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { ecmaVersion: 'latest', sourceType: 'module' },
    rules: { ...always, 'no-undef': 'off' },
  },
  {
    // Of the plugin only the block in the editor is ours; WordPress gives it all it needs.
    files: ['packages/wordpress/trust-checkin/*.js'],
    linterOptions: { noInlineConfig: true },
    languageOptions: { ecmaVersion: 2022, sourceType: 'script', globals: { window: 'readonly' } },
    rules: { ...always, 'no-unused-vars': ['error', { varsIgnorePattern: '^_' }] },
  },
];
