// The JavaScript that ships may use only what is named here: what it cannot name, it cannot do.
const shippedMayUse = [
  'CSSStyleSheet', 'CustomEvent', 'HTMLElement', 'URL', 'WebAssembly', 'customElements', 'document', 'fetch',
  'addEventListener', 'print', 'queueMicrotask', '__FILES__', '__SAID__', '__VERSION__',
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
  // getFile is the one place that talks to the network.
  ['Identifier[name="fetch"]:not(FunctionDeclaration[id.name="getFile"] *)', 'Only getFile may fetch.'],
  [`MemberExpression[property.name=/^(${htmlFromText.replaceAll(' ', '|')})$/]`, 'Build nodes with make().'],
  ['MemberExpression[object.name="document"][property.name=/^(write|writeln|cookie|domain)$/]', 'Not in a guest.'],
  ['MemberExpression[property.name=/^(defaultView|ownerDocument|constructor|style)$/]', 'Not in a guest.'],
  ['CallExpression[callee.property.name="setAttribute"][arguments.0.value=/^(style|on.*)$/]', 'A strict page blocks it.'],
  ['ImportExpression', 'All JavaScript is in one file that the page can pin by its hash.'],
].map(([selector, message]) => ({ selector, message }));

export default [
  {
    files: ['embed/*.js'],
    // No comment can switch a rule off.
    linterOptions: { noInlineConfig: true },
    languageOptions: { ecmaVersion: 2022, sourceType: 'module', globals: readonly(shippedMayUse) },
    rules: {
      ...always,
      'no-console': 'error',
      'no-restricted-globals': ['error', 'Function', 'eval', 'globalThis', 'self', 'window', 'parent', 'top'],
      'no-restricted-syntax': ['error', ...forbidden],
    },
  },
  {
    files: ['embed/*.mjs', 'tests/e2e/**/*.mjs', '*.mjs'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { ecmaVersion: 2024, sourceType: 'module' },
    rules: { ...always, 'no-undef': 'off' },
  },
];
