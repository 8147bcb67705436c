import type { KnownBlock, ModalView } from '@slack/types';
import { LIMITS } from '../../src/slack/limits.ts';

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Every object inside a value, the value itself first. */
function nodes(value: unknown): Node[] {
  if (!isNode(value)) return [];
  return [value, ...Object.values(value).flatMap(nodes)];
}

const length = (value: unknown) => (typeof value === 'string' ? value.length : 0);
const textOf = (node: Node) => (isNode(node.text) ? length(node.text.text) : 0);

function markupFaults(text: string): string[] {
  const live = /<[@#!]|<https?:|<mailto:/.test(text) ? ['a live mention or link'] : [];
  const half = /&(?!(?:amp|lt|gt);)/.test(text) ? ['a bare or half entity'] : [];
  const bracket = /[<>]/.test(text) ? ['a bare angle bracket'] : [];
  const lone = /[\ud800-\udbff](?![\udc00-\udfff])/.test(text) ? ['half a surrogate pair'] : [];
  return [...live, ...half, ...bracket, ...lone];
}

function textFaults(node: Node): string[] {
  if (node.type !== 'mrkdwn' && node.type !== 'plain_text') return [];
  const text = String(node.text);
  const size =
    text.length < 1 || text.length > LIMITS.sectionText ? [`a text of ${text.length}`] : [];
  const verbatim = node.type === 'mrkdwn' && node.verbatim !== true ? ['not verbatim'] : [];
  return [...size, ...verbatim, ...(node.type === 'mrkdwn' ? markupFaults(text) : [])];
}

function blockFaults(block: Node): string[] {
  const found: string[] = [];
  const id = length(block.block_id);
  if (id < 1 || id > LIMITS.id) found.push(`block_id of ${id}`);
  const elements = Array.isArray(block.elements) ? block.elements.length : null;
  if (block.type === 'header' && textOf(block) > LIMITS.headerText) found.push('long header');
  const most = block.type === 'actions' ? LIMITS.actionsElements : LIMITS.contextElements;
  if (elements !== null && (elements < 1 || elements > most)) found.push(`${elements} elements`);
  return found;
}

function buttonFaults(node: Node): string[] {
  if (node.type !== 'button') return [];
  const found: string[] = [];
  if (textOf(node) < 1 || textOf(node) > LIMITS.buttonText) found.push('button text');
  if (length(node.action_id) < 1 || length(node.action_id) > LIMITS.id) found.push('action_id');
  if (length(node.value) > LIMITS.buttonValue) found.push('button value');
  if (length(node.accessibility_label) > LIMITS.accessibilityLabel) found.push('label');
  return found;
}

const twice = (ids: readonly unknown[]) => ids.filter((id, at) => ids.indexOf(id) !== at);

/** Everything in these blocks that Slack would refuse or that could come alive; empty when sound. */
function blocksFaults(blocks: readonly KnownBlock[], most: number): string[] {
  const all = nodes(blocks);
  const actionIds = all.flatMap((node) => (node.action_id ? [node.action_id] : []));
  return [
    ...(blocks.length < 1 || blocks.length > most ? [`${blocks.length} blocks`] : []),
    ...twice(blocks.map((block) => block.block_id)).map((id) => `block_id ${id} twice`),
    ...twice(actionIds).map((id) => `action_id ${id} twice`),
    ...(blocks as unknown as Node[]).flatMap(blockFaults),
    ...all.flatMap((node) => [...textFaults(node), ...buttonFaults(node)]),
  ];
}

/** Faults of a message: its blocks, their text together, and the text beside them. */
export function messageFaults(message: { text: string; blocks: readonly KnownBlock[] }): string[] {
  const sum = nodes(message.blocks)
    .filter((node) => node.type === 'mrkdwn' || node.type === 'plain_text')
    .reduce((total, node) => total + length(node.text), 0);
  const fallback = message.text.length;
  return [
    ...blocksFaults(message.blocks, LIMITS.messageBlocks),
    ...(sum > LIMITS.messageText ? [`${sum} characters in all`] : []),
    ...(fallback < 1 || fallback > LIMITS.fallbackText ? [`a fallback of ${fallback}`] : []),
  ];
}

/** Faults of a modal. */
export function modalFaults(view: ModalView): string[] {
  const short = [view.title, view.close, view.submit].flatMap((text) => text?.text ?? []);
  const bytes = Buffer.byteLength(JSON.stringify(view));
  return [
    ...blocksFaults(view.blocks as KnownBlock[], LIMITS.modalBlocks),
    ...short.filter((text) => text.length > LIMITS.modalTitle).map((text) => `long '${text}'`),
    ...(length(view.private_metadata) > LIMITS.privateMetadata ? ['private_metadata'] : []),
    ...(bytes > LIMITS.viewBytes ? [`${bytes} bytes`] : []),
  ];
}
