// A desktop of its own, without screen or sound, with Orca and a browser on it. Keys go in; what a voice would be given
// comes out.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fontsOfTests } from '../e2e/support/fonts.mjs';

/** Longest time until a program has started or a page is loaded, in milliseconds. Generous: a slow machine is no failure. */
const START = 90_000;
/** Longest time until the first word after a key, in milliseconds. Words come 30 to 500 ms after one. */
const FIRST_WORD = 6_000;
/** Silence after which everything has been said, in milliseconds. */
const QUIET = 800;
/** The same while a page is read from top to bottom, line by line. */
const QUIET_BETWEEN_LINES = 1_500;
/** Longest time for one thing to be said in, in milliseconds. */
const SPEECH = 60_000;
const POLL = 40;

/** Nothing of Firefox's own may speak, ask or load. */
const FIREFOX = {
  'accessibility.force_disabled': -1,
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.preonboarding.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.tabs.firefox-view': false,
  'browser.translations.enable': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'http://127.0.0.1:9',
  'sidebar.revamp': false,
  'termsofuse.bypassNotification': true,
  'toolkit.telemetry.enabled': false,
};
const CHROMIUM = [
  '--disable-background-networking', '--disable-component-update', '--disable-features=Translate', '--disable-gpu',
  '--disable-quic', '--disable-sync', '--force-renderer-accessibility', '--no-default-browser-check', '--no-first-run',
  '--no-sandbox', '--password-store=basic',
];
/** A window manager without keys: its own would take some of Orca's. */
const OPENBOX = '<openbox_config xmlns="http://openbox.org/3.4/rc"><keyboard/><mouse/></openbox_config>';

/** Starts a program of the environment, or the one on PATH. */
const program = (variable, usual) => process.env[variable] || usual;

export class Session {
  /** What was said after each key: [{ keys, said: [text] }]. */
  transcript = [];
  #children = [];
  #folder = mkdtempSync(join(tmpdir(), 'trust-checkin-orca-'));
  #environment;
  #speech = join(this.#folder, 'speech.jsonl');
  #read = 0;

  /** Opens a page in 'firefox' or 'chromium', and waits until Orca has read it. */
  static async open(browser, url) {
    const session = new Session();
    try {
      await session.#openDesktop();
      await session.#openOrca();
      session.#openBrowser(browser, url);
      await session.#until(/Finished loading/, START, `Orca did not hear that ${browser} has loaded the page`);
      await session.#listen('(the page)', QUIET_BETWEEN_LINES);
      return session;
    } catch (error) {
      await session.close();
      throw error;
    }
  }

  #start(name, args, { environment = {}, report, output = 'ignore' } = {}) {
    const stdio = ['ignore', output, output, ...(report ? ['pipe'] : [])];
    const child = spawn(name, args, { env: { ...this.#environment, ...environment }, stdio, detached: true });
    this.#children.push(child);
    if (!report) return child;
    return new Promise((done, failed) => {
      let text = '';
      child.stdio[3].on('data', (data) => {
        text += data;
        if (text.includes('\n')) done(text.trim());
      });
      child.on('error', failed);
      child.on('exit', (code) => failed(new Error(`${name} ended with ${code}.`)));
    });
  }

  async #openDesktop() {
    const folder = this.#folder;
    for (const name of ['run', 'data', 'config', 'cache', 'profile']) mkdirSync(join(folder, name), { mode: 0o700 });
    // Orca speaks English, whatever the language of this machine or of the page: the tests know its words for roles.
    this.#environment = {
      PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8',
      XDG_RUNTIME_DIR: join(folder, 'run'), XDG_DATA_HOME: join(folder, 'data'),
      XDG_CONFIG_HOME: join(folder, 'config'), XDG_CACHE_HOME: join(folder, 'cache'),
      GSETTINGS_BACKEND: 'memory', GDK_BACKEND: 'x11', GTK_MODULES: 'gail:atk-bridge', GNOME_ACCESSIBILITY: '1',
      ACCESSIBILITY_ENABLED: '1', NO_AT_BRIDGE: '0', MOZ_CRASHREPORTER_DISABLE: '1', PYTHONDONTWRITEBYTECODE: '1',
      ...fontsOfTests(),
    };
    const screen = await this.#start('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], { report: true });
    this.#environment.DISPLAY = `:${screen}`;
    const bus = ['--session', '--nofork', '--nopidfile', '--print-address=3'];
    this.#environment.DBUS_SESSION_BUS_ADDRESS = await this.#start('dbus-daemon', bus, { report: true });
    writeFileSync(join(folder, 'openbox.xml'), OPENBOX);
    this.#start('openbox', ['--sm-disable', '--config-file', join(folder, 'openbox.xml')]);
  }

  async #openOrca() {
    writeFileSync(this.#speech, '');
    // Debian's own Python, which has Orca's modules.
    this.#start('/usr/bin/python3', [join(import.meta.dirname, 'listen.py')], {
      environment: { SPEECH_LOG: this.#speech, ORCA_SETTINGS: join(this.#folder, 'orca') },
      output: openSync(join(this.#folder, 'orca.log'), 'w'),
    });
    await this.#until(/Screen reader on/, START, 'Orca did not start').catch((error) => {
      throw new Error(`${error.message}:\n${readFileSync(join(this.#folder, 'orca.log'), 'utf8')}`);
    });
  }

  #openBrowser(browser, url) {
    const profile = join(this.#folder, 'profile');
    if (browser === 'firefox') {
      const lines = Object.entries(FIREFOX).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
      writeFileSync(join(profile, 'user.js'), lines.join('\n'));
      this.#start(program('FIREFOX', 'firefox-esr'), ['--no-remote', '--profile', profile, '--new-window', url]);
    } else {
      this.#start(program('CHROMIUM', 'chromium'), [...CHROMIUM, `--user-data-dir=${profile}`, url]);
    }
  }

  get #news() {
    return readFileSync(this.#speech, 'utf8').slice(this.#read);
  }

  /** Waits until this is among what was said since the last key. */
  async #until(words, patience, failure) {
    for (const end = Date.now() + patience; !words.test(this.#news);) {
      if (Date.now() > end) {
        if (failure) throw new Error(failure);
        return;
      }
      await wait(POLL);
    }
  }

  /** Waits until nothing more is said, and returns what was. */
  async #listen(keys, quiet) {
    let size = -1;
    let since = Date.now();
    for (const end = since + SPEECH; Date.now() - since < quiet && Date.now() < end;) {
      const now = statSync(this.#speech).size;
      if (now !== size) [size, since] = [now, Date.now()];
      await wait(POLL);
    }
    const news = this.#news.slice(0, this.#news.lastIndexOf('\n') + 1);
    this.#read += news.length;
    const said = news.split('\n').filter(Boolean).map((line) => JSON.parse(line).say).filter(Boolean);
    this.transcript.push({ keys, said });
    return said;
  }

  #send(key) {
    execFileSync('xdotool', ['key', key], { env: this.#environment });
  }

  /** Presses a key; returns what is said to it, as a list of texts. */
  async press(key) {
    this.#send(key);
    await this.#until(/"say"/, FIRST_WORD);
    return this.#listen(key, QUIET);
  }

  /** Waits for something to be said without a key; `note` tells in the transcript what is waited for. */
  async hear(note) {
    await this.#until(/"say"/, FIRST_WORD);
    return this.#listen(`(${note})`, QUIET);
  }

  /** Presses a key and waits for these words only; whatever else is said comes with the next key. */
  async pressUntil(key, words) {
    this.#send(key);
    await this.#until(words, FIRST_WORD, `After ${key} nobody said ${words}`);
    const said = this.#news;
    this.#read += said.lastIndexOf('\n') + 1;
    this.transcript.push({ keys: key, said: said.split('\n').filter(Boolean).map((line) => JSON.parse(line).say) });
  }

  /** Presses a key again and again until these words are said. */
  async seek(key, words, { most = 40 } = {}) {
    for (let presses = 0; presses < most; presses += 1) {
      this.#send(key);
      await this.#until(/"say"/, FIRST_WORD);
      const said = await this.#listen(key, QUIET);
      if (said.some((text) => words.test(text))) return;
    }
    throw new Error(`${key} never came to ${words}.`);
  }

  /** Has Orca read the page from here to the end. */
  async readOn() {
    this.#send('KP_Add');
    await this.#until(/"say"/, FIRST_WORD);
    return this.#listen('KP_Add', QUIET_BETWEEN_LINES);
  }

  async close() {
    const signal = (name) => this.#children.forEach(({ pid }) => {
      try {
        process.kill(-pid, name);
      } catch {
        // It has ended.
      }
    });
    signal('SIGTERM');
    await wait(600);
    signal('SIGKILL');
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }

  /** The transcript, for people. */
  toString() {
    return this.transcript.map(({ keys, said }) => `[${keys}] ${said.map((text) => `«${text}»`).join(' ') || '(silence)'}`).join('\n');
  }
}
