// Generates types, a manifest for editors and the tables of docs/embedding.md from element/contract.json.
import { pathToFileURL } from 'node:url';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const CLASS = 'TrustCheckin';
const unions = (values) => values.map((value) => `'${value}'`).join(' | ');
const property = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** custom-elements.json, as https://github.com/webcomponents/custom-elements-manifest has it. */
export function customElements(contract, version) {
  const declaration = {
    kind: 'class',
    name: CLASS,
    tagName: contract.tag,
    customElement: true,
    description: contract.summary,
    superclass: { name: 'HTMLElement' },
    attributes: contract.attributes.map(({ name, values, default: value, description }) =>
      ({ name, type: { text: values ? unions(values) : 'string' }, default: value, description })),
    members: [{
      kind: 'field',
      name: 'ready',
      type: { text: `Promise<${CLASS}>` },
      readonly: true,
      description: 'Fulfilled once the check-in has loaded and Begin responds at once.',
    }],
    events: contract.events.map(({ name, description, detail = {} }) =>
      ({ name, description, type: { text: `CustomEvent<${typeOf(detail)}>` } })),
    slots: [{ name: '', description: 'Shows without scripts and when the check-in cannot load.' }],
    cssParts: contract.parts,
    cssProperties: contract.cssProperties,
  };
  const path = 'trust-checkin.js';
  const definition =
    { kind: 'custom-element-definition', name: contract.tag, declaration: { name: CLASS, module: path } };
  const modules = [{ kind: 'javascript-module', path, declarations: [declaration], exports: [definition] }];
  return `${JSON.stringify({ schemaVersion: '1.0.0', readme: `${contract.tag} ${version}`, modules }, undefined, 2)}\n`;
}

function typeOf(detail) {
  const fields = Object.entries(detail).map(([name, type]) => `${name}: ${type}`);
  return fields.length > 0 ? `{ ${fields.join('; ')} }` : 'object';
}

/** trust-checkin.d.ts. */
export function types(contract) {
  const lines = (list, line) => list.map(line).join('\n');
  const said = ({ description, when }) => `  /** ${description}${when ? ` Only with ${when}.` : ''} */\n`;
  return `/** ${contract.summary} */
export interface ${CLASS} extends HTMLElement {
  /** Fulfilled once the check-in has loaded and Begin responds at once. */
  readonly ready: Promise<${CLASS}>;
}

/** The attributes of the element. */
export interface ${CLASS}Attributes {
${lines(contract.attributes, (one) => `${said(one)}  ${property(one.name)}?: ${one.values ? unions(one.values) : 'string'};`)}
}

/** The options of the frame, in its address or as attributes of \`<trust-checkin-frame>\`. */
export interface ${CLASS}FrameOptions extends ${CLASS}Attributes {
${lines(contract.frame, (one) => `${said(one)}  ${one.name}?: string;`)}
}

/** The events of the element, none of which carries an answer or a score. */
export interface ${CLASS}EventMap {
${lines(contract.events, (one) => `${said(one)}  '${one.name}': CustomEvent<${typeOf(one.detail ?? {})}>;`)}
}

declare global {
  interface HTMLElementTagNameMap {
    '${contract.tag}': ${CLASS};
  }

  // Of elements, the document and the window: the events bubble.
  interface GlobalEventHandlersEventMap extends ${CLASS}EventMap {}
}
`;
}

/** The tables of docs/embedding.md. */
export function tables(contract) {
  const cell = (text) => text.replaceAll('|', '\\|');
  const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
  const kind = ({ values, type }) => (values ? values.map((value) => `\`${value}\``).join(', ') : type);
  const attributes = contract.attributes.map((one) =>
    [`\`${one.name}\``, kind(one), one.default ? `\`${one.default}\`` : '', cell(one.description)]);
  const events = contract.events.map(({ name, when, description }) =>
    [`\`${name}\``, when ? `\`${when}\`` : 'always', cell(description)]);
  const named = (list) => list.map(({ name, description }) => [`\`${name}\``, cell(description)]);
  return `### Attributes

${table(['attribute', 'values', 'default', ''], attributes)}

All of them can change at any time; answers stay. An unknown value is reported on the console and counts as not set.

### Events

${table(['event', 'sent', ''], events)}

They bubble and cross shadow roots. None carries an answer or a score.

### Parts and custom properties

${table(['`::part()`', ''], named(contract.parts))}

${table(['property', ''], named(contract.cssProperties))}

### More options of the frame

Besides the attributes above, in the address of the frame or as attributes of \`<trust-checkin-frame>\`. An option that is
unknown, or has a wrong value, is reported on the console with what is accepted.

${table(['option', 'values', ''], contract.frame.map(({ name, type, description }) => [`\`${name}\``, type, cell(description)]))}
`;
}

const START = '<!-- made from element/contract.json: node build/contract.mjs -->\n';
const END = '<!-- end -->\n';

/** A document with the tables between its two marks made anew. */
export function withTables(text, contract) {
  const [from, to] = [text.indexOf(START) + START.length, text.indexOf(END)];
  if (from < START.length || to < 0) throw new Error('docs/embedding.md has lost the marks around its tables.');
  return `${text.slice(0, from)}\n${tables(contract)}\n${text.slice(to)}`;
}

/** Writes the tables into docs/embedding.md. */
function main(root) {
  const file = join(root, 'docs', 'embedding.md');
  const contract = JSON.parse(readFileSync(join(root, 'element', 'contract.json'), 'utf8'));
  writeFileSync(file, withTables(readFileSync(file, 'utf8'), contract));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) main(resolve(import.meta.dirname, '..'));
