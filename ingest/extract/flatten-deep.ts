import { type DomNode, type DomParent, isElement } from './dom.ts';

/** Browsers stop nesting at 512; no page that people read comes near it. */
const MAX_DEPTH = 400;

/**
 * Makes what lies deeper than 400 levels children of the level above, in order, so that recursive walks are safe on
 * hostile or broken pages. Changes the tree; linear.
 */
export function flattenDeep(root: DomParent): void {
  const pending: [DomParent, number][] = [[root, 0]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [parent, depth] = next;
    if (depth >= MAX_DEPTH) {
      parent.children = leavesOf(parent);
      for (const leaf of parent.children) leaf.parent = parent;
      continue;
    }
    for (const child of parent.children) if (isElement(child)) pending.push([child, depth + 1]);
  }
}

function leavesOf(root: DomParent): DomNode[] {
  const leaves: DomNode[] = [];
  const pending: DomNode[] = root.children.toReversed();
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (isElement(node) && node.children.length > 0) {
      if (node.type === 'tag')
        for (let at = node.children.length - 1; at >= 0; at -= 1) pending.push(node.children[at] as DomNode);
    } else leaves.push(node);
  }
  return leaves;
}
