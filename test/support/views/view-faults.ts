import { LIMITS } from '../../../src/slack/limits.ts';
import { messageFaults, modalFaults } from '../block-limits.ts';
import type { Rendered } from './rendered.ts';

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const nodes = (value: unknown): Node[] =>
  isNode(value) ? [value, ...Object.values(value).flatMap(nodes)] : [];
const length = (value: unknown) => (typeof value === 'string' ? value.length : 0);
const textOf = (value: unknown) => (isNode(value) ? length(value.text) : 0);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Block types that every client of Slack's shows. */
const BLOCKS = [
  'section',
  'header',
  'context',
  'divider',
  'actions',
  'image',
  'input',
  'rich_text',
];

/** Quotes, times, links and names that we put there ourselves; what people wrote makes none of them. */
const OURS =
  /^> |<!date\^\d{1,12}\^[^|<>]*\|[^<>|]*>|<[#@][A-Z0-9]*(?:0OURS|01AUTHOR|02OTHER|01TEAM)[A-Z0-9]*>|<https:\/\/ours\.slack\.com\/[^|>\s]*\|[^<>|]*>/gm;

/** The same without our own links, so that whatever is still live came from somebody's text. */
function withoutOurs<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (key, each: unknown) =>
    key === 'text' && typeof each === 'string' ? each.replace(OURS, 'ours') : each,
  ) as Value;
}

function optionFaults(option: unknown): string[] {
  if (!isNode(option)) return ['an option that is none'];
  const text = textOf(option.text);
  return [
    ...(text < 1 || text > LIMITS.optionText ? [`an option text of ${text}`] : []),
    ...(length(option.value) < 1 || length(option.value) > 75 ? ['an option value'] : []),
  ];
}

/** A list to choose from: within its number, each value once, and what stands chosen among them. */
function choiceFaults(node: Node): string[] {
  if (!Array.isArray(node.options)) return [];
  const options = listOf(node.options);
  const few = node.type === 'checkboxes' || node.type === 'radio_buttons';
  const most = few ? LIMITS.checks : LIMITS.options;
  const values = options.map((option) => (isNode(option) ? option.value : null));
  const chosen = [
    ...listOf(node.initial_options),
    ...(node.initial_option ? [node.initial_option] : []),
  ];
  const known = options.map((option) => JSON.stringify(option));
  return [
    ...(options.length < 1 || options.length > most ? [`${options.length} options`] : []),
    ...(new Set(values).size < values.length ? ['the same value twice'] : []),
    ...chosen
      .filter((each) => !known.includes(JSON.stringify(each)))
      .map(() => 'chosen, not offered'),
    ...options.flatMap(optionFaults),
  ];
}

function inputFaults(node: Node): string[] {
  if (node.type === 'plain_text_input') {
    const most = Number(node.max_length ?? LIMITS.inputText);
    return [
      ...(most < 1 || most > LIMITS.inputText ? ['max_length'] : []),
      ...(length(node.initial_value) > most ? ['more in a field than fits'] : []),
    ];
  }
  const label = node.type === 'input' ? textOf(node.label) : 1;
  return label < 1 || label > LIMITS.inputLabel ? ['input label'] : [];
}

function imageFaults(node: Node): string[] {
  if (node.type !== 'image') return [];
  const alt = length(node.alt_text);
  return alt < 1 || alt > LIMITS.altText ? ['alt_text'] : [];
}

function restFaults(blocks: readonly unknown[]): string[] {
  const all = nodes(blocks);
  const unknown = blocks.filter((block) => !isNode(block) || !BLOCKS.includes(String(block.type)));
  const unnamed = blocks.filter((block) => isNode(block) && length(block.block_id) === 0);
  return [
    ...unknown.map(() => 'an unknown block type'),
    ...unnamed.map(() => 'a block without an id'),
    ...all.flatMap((node) => [...choiceFaults(node), ...inputFaults(node), ...imageFaults(node)]),
  ];
}

/** Everything in a finished view that Slack would refuse, or that somebody's text made live. */
export function viewFaults(rendered: Rendered): string[] {
  if (rendered.as === 'message') {
    const bare = withoutOurs(rendered.message);
    return [...messageFaults(bare), ...restFaults(bare.blocks)];
  }
  const view = withoutOurs(rendered.view);
  return [...modalFaults(view as Parameters<typeof modalFaults>[0]), ...restFaults(view.blocks)];
}
