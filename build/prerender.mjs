// What the check-in looks like before it runs: the app's own components, drawn natively.
import { execFileSync } from 'node:child_process';
import { parseFragment } from 'parse5';

/**
 * The markup of the first view, of every state, and of the paper page in each language, the text of each language's
 * data file, and the keys of all messages in their order: { first, states: [{ name, markup }], paper: { en }, data: { en },
 * messages }.
 */
export function prerender(root) {
  // The native toolchain, not the one that builds the wasm.
  const env = { ...process.env };
  delete env.RUSTUP_TOOLCHAIN;
  delete env.RUSTC_BOOTSTRAP;
  const options = { cwd: root, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'inherit'] };
  return JSON.parse(execFileSync('cargo', ['run', '--quiet', '--locked', '--package', 'prerender'], options));
}

/** Markup as a tree of nodes for nodes.js: a text, or [tag, attributes, ...children]. */
export function treeOf(markup) {
  const nodes = parseFragment(markup).childNodes;
  if (nodes.length !== 1) throw new Error(`The first view must be one element, and is ${nodes.length} nodes.`);
  return node(nodes[0]);
}

function node({ nodeName, tagName, value, attrs = [], childNodes = [] }) {
  if (nodeName === '#text') return value;
  if (!tagName) throw new Error(`The first view has a ${nodeName}, which nodes.js cannot make.`);
  return [tagName, Object.fromEntries(attrs.map(({ name, value }) => [name, value])), ...childNodes.map(node)];
}
