// Runs inside every page before its scripts. Frame by frame it looks for the elements that a reader would look for,
// presses each as soon as it can be pressed, and records when the frame was painted. All pages are measured alike.

/** Passed to addInitScript, so it uses nothing outside itself except `benchDone`, which the visit exposes. */
export function watch({ inFrame, steps, heading, next }) {
  // Opens the check-in's closed root: otherwise nothing in it could be seen or pressed.
  const roots = [document];
  const attachShadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    roots.push(root);
    return root;
  };

  const memories = new Set();
  const keep = (result) => {
    for (const value of Object.values((result.instance ?? result).exports)) {
      if (value instanceof WebAssembly.Memory) memories.add(value);
    }
    return result;
  };
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = (...given) => original.apply(WebAssembly, given).then(keep);
  }
  const { Instance } = WebAssembly;
  WebAssembly.Instance = new Proxy(Instance, { construct: (target, given) => keep(new target(...given)) });

  const longTasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      longTasks.push({ start: performance.timeOrigin + startTime, duration });
    }
  }).observe({ type: 'longtask', buffered: true });

  const hasBox = (element) =>
    element.getClientRects().length > 0 && element.checkVisibility({ visibilityProperty: true });
  const holds = (element, text) => !text || element.textContent.includes(text) || element.value === text;
  function find([selector, text]) {
    for (const root of roots) {
      for (const element of root.querySelectorAll(selector)) {
        if (!element.disabled && holds(element, text) && hasBox(element)) return element;
      }
    }
    return undefined;
  }

  const now = () => performance.timeOrigin + performance.now();
  const frame = () => new Promise((done) => { requestAnimationFrame(done); });
  /** Resolves in the task after the current frame: by then the frame is painted, as far as the page can tell. */
  const task = () => new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      // Closes the port: an open port is never collected, and memory is measured here too.
      port1.close();
      done();
    };
    port2.postMessage(undefined);
  });

  async function load() {
    const times = {};
    for (let at = 0; at < steps.length;) {
      const first = at;
      do await frame(); while (!steps[first].see.every(find));
      // Steps that the same frame shows get the same time, up to one that must be pressed.
      do at += 1; while (at < steps.length && !steps[at - 1].press && steps[at].see.every(find));
      await task();
      for (const { name } of steps.slice(first, at)) if (name) times[name] = now();
      steps[at - 1].press?.forEach((one) => find(one).click());
    }
    window.benchDone(times);
  }
  const isTop = window === window.top;
  if (steps.length > 0 && isTop !== Boolean(inFrame)) load();

  /** Answers this question, waits until the page is idle, and returns the position of Continue. */
  async function answer(place) {
    const radios = roots.flatMap((root) => [...root.querySelectorAll('input[type=radio]')]).filter(hasBox);
    radios[place].click();
    await frame();
    const button = find(next);
    button.scrollIntoView({ block: 'center', behavior: 'instant' });
    for (let frames = 0; frames < 3; frames += 1) await frame();
    await task();
    const { x, y, width, height } = button.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }

  let tap;
  /** The time from the end of the next press to the frame that paints the question with these words. */
  function expectTap(words) {
    tap = new Promise((done) => {
      addEventListener('pointerup', async (event) => {
        const pressed = performance.timeOrigin + event.timeStamp;
        do await frame(); while (!find([heading, words]));
        await task();
        done(now() - pressed);
      }, { capture: true, once: true });
    });
  }

  /** Goes from the first question through the results to the first question again, as fast as the page allows. */
  async function retake(said) {
    const press = async (selector, text) => {
      const before = find([heading]);
      find([selector, text]).click();
      while (find([heading]) === before) await task();
    };
    while (!find([heading, said.review_title])) {
      find(['input[type=radio]']).click();
      await press('button', said.continue);
    }
    await press('button', said.see_results);
    await press('button', said.start_over);
    await press('button', said.confirm_yes_start_over);
    find(['input[type=radio]']).click();
    await press('button', said.begin);
    await press('button', said.continue);
  }

  /** The times from the press to the frame that shows the list of check-ins, repeated a few times. */
  async function openSaved(said, count) {
    const rows = () => roots.flatMap((root) => [...root.querySelectorAll('.saved-group tbody tr')]).length;
    const times = [];
    while (times.length < 5) {
      const pressed = now();
      find(['button', said.saved_title]).click();
      do await frame(); while (!find([heading, said.saved_title]) || rows() !== count);
      await task();
      times.push(now() - pressed);
      find(['button', said.back]).click();
      while (find([heading, said.saved_title])) await task();
    }
    return times;
  }

  window.bench = {
    answer,
    expectTap,
    tapped: () => tap,
    openSaved,
    retakes: async (count, said) => { for (let n = 0; n < count; n += 1) await retake(said); },
    longTasks: () => longTasks,
    wasmBytes: () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0),
  };
}
