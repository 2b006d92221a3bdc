// Runs in every window before the first script: tells of each use of what could carry something out, and of each
// change that others could see. It lets everything happen, so that the server's log is a witness of its own.

/** `window[Symbol.for('ladder')]` reads what could stay behind, past its own traps. */
export function setTraps() {
  const tell = window.ladderTold;
  delete window.ladderTold;
  const show = (value) => {
    try {
      return typeof value === 'string' || value instanceof URL ? `${value}` : JSON.stringify(value) ?? '';
    } catch {
      return String(value);
    }
  };
  const told = (kind, name, given = []) => { tell({ kind, name, says: [...given].map(show).join(' ') }); };

  const trapCall = (owner, name, label = name) => {
    const real = owner?.[name];
    if (typeof real !== 'function') return;
    Object.defineProperty(owner, name, {
      configurable: true,
      writable: true,
      value: function (...given) {
        told('used', label, given);
        return Reflect.apply(real, this, given);
      },
    });
  };
  const trapClass = (name) => {
    if (typeof window[name] !== 'function') return;
    const construct = (target, given, asked) => {
      told('used', name, given);
      return Reflect.construct(target, given, asked);
    };
    Object.defineProperty(window, name, { configurable: true, writable: true, value: new Proxy(window[name], { construct }) });
  };
  /** Gives back the getter as it was. */
  const trapAccess = (owner, name, { reads = false } = {}) => {
    const { get, set, ...rest } = Object.getOwnPropertyDescriptor(owner, name);
    Object.defineProperty(owner, name, {
      ...rest,
      get() {
        if (reads) told('used', name);
        return Reflect.apply(get, this, []);
      },
      set(value) {
        told('used', name, [value]);
        if (set) Reflect.apply(set, this, [value]);
      },
    });
    return () => {
      try {
        return Reflect.apply(get, owner === Document.prototype ? document : window, []);
      } catch (error) {
        return error.name;
      }
    };
  };

  for (const name of ['fetch', 'open', 'postMessage', 'alert', 'confirm', 'prompt']) trapCall(window, name);
  // A browser without a window would never come back from the real one.
  Object.defineProperty(window, 'print', { configurable: true, writable: true, value: () => told('used', 'print') });
  for (const name of [
    'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'RTCPeerConnection', 'webkitRTCPeerConnection', 'Worker',
    'SharedWorker', 'Image', 'Audio', 'BroadcastChannel', 'MessageChannel', 'Notification', 'FontFace', 'PaymentRequest',
  ]) trapClass(name);
  for (const name of ['open', 'send']) trapCall(XMLHttpRequest.prototype, name, `XMLHttpRequest.${name}`);
  for (const type of ['BroadcastChannel', 'MessagePort']) trapCall(window[type].prototype, 'postMessage', `${type}.postMessage`);
  trapCall(RTCPeerConnection.prototype, 'createDataChannel');
  trapCall(Navigator.prototype, 'sendBeacon');
  trapCall(Navigator.prototype, 'share');
  trapCall(window.ServiceWorkerContainer?.prototype, 'register', 'serviceWorker.register');
  trapCall(window.Clipboard?.prototype, 'writeText', 'clipboard.writeText');
  for (const name of ['pushState', 'replaceState', 'back', 'forward', 'go']) trapCall(History.prototype, name);
  for (const name of ['setItem', 'getItem', 'removeItem', 'clear']) trapCall(Storage.prototype, name);
  for (const name of ['submit', 'requestSubmit']) trapCall(HTMLFormElement.prototype, name);
  for (const name of ['write', 'writeln']) trapCall(Document.prototype, name, `document.${name}`);
  for (const [name, call] of Object.entries(console)) if (call instanceof Function) trapCall(console, name, `console.${name}`);
  for (const type of ['Image', 'Script', 'IFrame', 'Media', 'Embed']) trapAccess(window[`HTML${type}Element`].prototype, 'src');
  trapAccess(HTMLLinkElement.prototype, 'href');
  trapAccess(HTMLIFrameElement.prototype, 'srcdoc');
  trapCall(HTMLAnchorElement.prototype, 'click', 'link.click');
  trapAccess(Document.prototype, 'title');
  const cookie = trapAccess(Document.prototype, 'cookie', { reads: true });
  const name = trapAccess(window, 'name');
  const local = trapAccess(window, 'localStorage', { reads: true });
  const session = trapAccess(window, 'sessionStorage', { reads: true });
  const databases = trapAccess(window, 'indexedDB', { reads: true });
  if ('caches' in window) trapAccess(window, 'caches', { reads: true });

  const { dispatchEvent } = EventTarget.prototype;
  EventTarget.prototype.dispatchEvent = function (event) {
    // The driver looks whether its own listeners are still there, which leaving took away.
    if (!event.type.startsWith('__playwright')) told('event', event.type, [event.detail]);
    return Reflect.apply(dispatchEvent, this, [event]);
  };
  window.navigation?.addEventListener('navigate', ({ destination }) => told('used', 'navigate', [destination.url]));
  addEventListener('message', ({ data }) => told('message', 'message', [data]));
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => told('violation', effectiveDirective, [blockedURI]));

  const nodes = (list) => [...list].map((node) => node.outerHTML ?? node.nodeValue);
  const markup = new MutationObserver((records) => {
    for (const { type, target, attributeName, addedNodes } of records) {
      if (type === 'attributes') told('markup', attributeName, [target.getAttribute(attributeName)]);
      else told('markup', type, type === 'childList' ? nodes(addedNodes) : [target.nodeValue]);
    }
  });
  // What the page itself consists of is no news.
  addEventListener('DOMContentLoaded', () => {
    markup.observe(document, { attributes: true, childList: true, characterData: true, subtree: true });
  });

  const entries = (storage) => (storage instanceof Storage ? Object.entries(storage) : storage);
  window[Symbol.for('ladder')] = async () => ({
    address: location.href,
    title: document.title,
    history: history.length,
    historyState: show(history.state),
    name: name(),
    cookie: cookie(),
    local: entries(local()),
    session: entries(session()),
    // A frame without an origin has none, and its browser would complain.
    databases: window.origin === 'null' ? [] : await databases().databases(),
    markup: [...document.querySelectorAll('*')].map(({ localName, attributes }) =>
      [localName, ...[...attributes].map(({ name, value }) => `${name}=${value}`)].join(' ')),
  });
}
