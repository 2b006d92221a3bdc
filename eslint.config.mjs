// Globals that the shipped JavaScript may use; `no-undef` refuses all others.
const shippedMayUse = [
  // Nodes, styles, and the look of the page.
  'CSSStyleSheet', 'CustomEvent', 'HTMLElement', 'IntersectionObserver', 'MutationObserver', 'addEventListener',
  'removeEventListener', 'customElements', 'document', 'getComputedStyle', 'getSelection', 'innerHeight', 'matchMedia', 'print',
  'queueMicrotask',
  'clearTimeout', 'requestIdleCallback', 'setTimeout',
  // Inactivity.
  'Date', 'clearInterval', 'setInterval',
  // The browser's language and country.
  'Intl', 'navigator',
  // The app and its data. Response and Blob only ever hold data that is already in the script.
  'Blob', 'DecompressionStream', 'Response', 'TextDecoder', 'URL', 'WebAssembly', 'atob', 'fetch',
  // Constants that the build fills in.
  'DATA', 'SAY', '__EDITION__', '__DATA__', '__LINES__', '__TREE__', '__VALUES__', '__VERSION__', '__WASM__',
  '__WORDS__',
];
/** The page inside the frame is our own, and talks to the host page. */
const frameMayUse = [
  ...shippedMayUse, 'CSS', 'Element', 'ResizeObserver', 'URLSearchParams', 'localStorage', 'location', 'scrollTo', 'scrollX', 'scrollY',
];
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
  // Only getFile uses the network, and only warn talks to the owner.
  ['Identifier[name="fetch"]:not(FunctionDeclaration[id.name="getFile"] *)', 'Only getFile may call fetch.'],
  [
    `MemberExpression[property.name=/^(${htmlFromText.replaceAll(' ', '|')})$/]`,
    'Never turn text into markup; build nodes with make().',
  ],
  [
    'MemberExpression[object.name="document"][property.name=/^(write|writeln|cookie)$/]',
    'The host page owns its document and its cookies.',
  ],
  [
    'MemberExpression[property.name="domain"]:not(FunctionDeclaration[id.name="isSandboxed"] *)',
    'The host page owns its document. Only the frame sets its own domain, to itself.',
  ],
  ['MemberExpression[property.name="sendBeacon"]', 'The check-in sends nothing.'],
  [
    'MemberExpression[property.name=/^(defaultView|ownerDocument)$/]:not(MethodDefinition[key.name="dress"] *)',
    'Only #dress asks in which document the element is.',
  ],
  ['MemberExpression[property.name=/^(constructor|style)$/]', 'These reach the host page or break its policy.'],
  [
    'CallExpression[callee.property.name="setAttribute"][arguments.0.value=/^(style|on.*)$/]',
    'A strict content security policy blocks inline styles and handlers.',
  ],
  ['Identifier[name="console"]:not(FunctionDeclaration[id.name="warn"] *)', 'Only warn may use the console.'],
  ['ImportExpression', 'All JavaScript must be in the one file that the page pins by its hash.'],
].map(([selector, message]) => ({ selector, message }));

export default [
  {
    files: ['element/*.js'],
    // No comment can turn a rule off.
    linterOptions: { noInlineConfig: true },
    languageOptions: { ecmaVersion: 2022, sourceType: 'module', globals: readonly([...shippedMayUse, 'console']) },
    rules: {
      ...always,
      'no-restricted-globals': ['error', 'Function', 'eval', 'globalThis', 'self', 'window', 'parent', 'top'],
      'no-restricted-syntax': ['error', ...forbidden],
    },
  },
  {
    // Removes WebRTC, looks at the pages above, and reports the frame's height to the host page.
    files: ['element/frame.js'],
    languageOptions: { globals: readonly([...frameMayUse, 'globalThis', 'parent', 'self']) },
    rules: { 'no-restricted-globals': ['error', 'Function', 'eval', 'window', 'top'] },
  },
  {
    // Parts of the frame.
    files: ['element/frame-options.js', 'element/frame-scroll.js'],
    languageOptions: { globals: readonly(frameMayUse) },
  },
  {
    // isSaved looks for the names under which check-ins are saved.
    files: ['element/options.js'],
    languageOptions: { globals: readonly(['localStorage']) },
  },
  {
    // "Leave quickly" navigates the whole tab, even from inside a frame. Of `self` it uses `navigation`, which is new.
    files: ['element/leave.js'],
    languageOptions: { globals: readonly(['location', 'self', 'top']) },
    rules: { 'no-restricted-globals': ['error', 'Function', 'eval', 'globalThis', 'window', 'parent'] },
  },
  {
    // Listens on the window.
    files: ['element/dom.js'],
    languageOptions: { globals: readonly(['window']) },
    rules: { 'no-restricted-globals': ['error', 'Function', 'eval', 'globalThis', 'self', 'parent', 'top'] },
  },
  {
    // Runs in the owner's page, makes the frame and sets its height.
    files: ['element/frame-host.js'],
    languageOptions: { globals: readonly(['URLSearchParams', 'location', '__NAMES__', '__TITLES__']) },
    rules: { 'no-restricted-syntax': ['error', ...forbidden.filter(({ selector }) => !selector.includes('style)'))] },
  },
  {
    files: ['build/*.mjs', 'site/*.mjs', 'bench/*.mjs', 'tests/**/*.mjs', 'packages/wordpress/*.mjs', '*.mjs'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { ecmaVersion: 'latest', sourceType: 'module' },
    rules: { ...always, 'no-undef': 'off' },
  },
  {
    // The editor block of the WordPress plugin; WordPress provides all its globals.
    files: ['packages/wordpress/trust-checkin/*.js'],
    linterOptions: { noInlineConfig: true },
    languageOptions: { ecmaVersion: 2022, sourceType: 'script', globals: { window: 'readonly' } },
    rules: { ...always, 'no-unused-vars': ['error', { varsIgnorePattern: '^_' }] },
  },
];
