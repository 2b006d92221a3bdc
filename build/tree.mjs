// Converts the markup of the first view to the tree from which element/nodes.js makes nodes.
import { parseFragment } from 'parse5';

/** Parses markup to a tree: each node is a text, or [tag, attributes, ...children]. */
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
