// Everything that can be seen of a visit from outside the check-in, in one place.
import { setTraps } from './traps.mjs';

/** The page that "Leave quickly" opens here, on no real server. */
export const WEATHER = 'https://weather.example/';

/**
 * Watches all pages of a context. What it gives back fills up while the visit goes on: `told` by the traps,
 * `requests` and `lines` by the browser, `states` of each frame after each step; `logs` are the servers' own.
 */
export async function watch({ context, page, site, elsewhere }) {
  const seen = { told: [], requests: [], lines: [], states: [], logs: { site: site.requests, elsewhere: elsewhere.requests } };
  await context.exposeBinding('ladderTold', ({ frame }, what) => {
    seen.told.push({ ...what, frame: frame.parentFrame() ? 'frame' : 'page' });
  });
  await context.addInitScript(setTraps);
  await context.route(`${WEATHER}**`, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }));
  context.on('request', async (request) => {
    const [url] = request.url().split('#');
    const entry = { method: request.method(), url, body: request.postData() ?? '', headers: request.headers() };
    seen.requests.push(entry);
    entry.headers = await request.allHeaders().catch(() => entry.headers);
  });
  page.on('websocket', (socket) => seen.requests.push({ method: 'WebSocket', url: socket.url(), body: '', headers: {} }));
  page.on('console', (message) => seen.lines.push(message.text()));
  page.on('pageerror', (error) => seen.lines.push(String(error)));
  return seen;
}

/** Notes the state of every frame; `after` says which step it follows. */
export async function note(seen, page, after) {
  for (const [place, frame] of page.frames().entries()) {
    seen.states.push({ after, place, state: await frame.evaluate(() => window[Symbol.for('ladder')]()) });
  }
}
