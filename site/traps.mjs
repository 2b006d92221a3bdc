// Records every call that could carry an answer away. Installed before the check-in's script runs.

/** Names of the functions called, one entry per call. */
export const used = [];

function note(owner, name, say = () => name) {
  const original = owner?.[name];
  if (typeof original !== 'function') return;
  owner[name] = new Proxy(original, {
    apply(target, self, given) {
      used.push(say(given));
      return Reflect.apply(target, self, given);
    },
    construct(target, given, made) {
      used.push(say(given));
      return Reflect.construct(target, given, made);
    },
  });
}

/** Installs the traps. `fetched` receives the address of every fetch, which `used` does not record. */
export function setTraps(fetched) {
  const { fetch } = window;
  window.fetch = (what, options) => {
    fetched(new URL(what.url ?? what, location.href).href);
    return fetch(what, options);
  };
  for (const name of ['XMLHttpRequest', 'WebSocket', 'WebTransport', 'EventSource', 'RTCPeerConnection', 'Worker', 'SharedWorker', 'Image', 'BroadcastChannel', 'open']) {
    note(window, name);
  }
  note(Navigator.prototype, 'sendBeacon');
  note(HTMLFormElement.prototype, 'submit');
  note(HTMLFormElement.prototype, 'requestSubmit');
  note(Storage.prototype, 'setItem', () => 'storage');
  note(IDBFactory.prototype, 'open', () => 'indexedDB');
  for (const name of ['pushState', 'replaceState']) note(History.prototype, name);
  for (const name of ['log', 'info', 'debug', 'table', 'dir', 'warn', 'error']) note(console, name, () => 'console');
}
