import type { ModelFaultCode } from '../pipeline/language-model.ts';
import { FaultError } from './model-fault.ts';

/** One event of a Chat Completions stream, as far as it is read. Servers differ, so all may lack. */
export interface StreamEvent {
  readonly choices?: readonly {
    readonly index?: number;
    readonly delta?: { readonly content?: string | null; readonly refusal?: string | null } | null;
    readonly finish_reason?: string | null;
  }[];
  readonly usage?: StreamUsage | null;
}

/** Token counts as Chat Completions tells them. */
export interface StreamUsage {
  readonly prompt_tokens?: number;
  readonly completion_tokens?: number;
  readonly prompt_tokens_details?: { readonly cached_tokens?: number } | null;
}

/** A whole answer, or why it is none; what it cost is known either way. */
export interface Collected {
  readonly text: string;
  readonly fault: ModelFaultCode | null;
  readonly usage: StreamUsage | null;
}

/** An answer in our shape has some 4,000 characters; this is far beyond what could be shown. */
const MOST_CHARACTERS = 60_000;
const LOST_BYTES = '�';

/** What came so far of an answer. */
interface Draft {
  text: string;
  refusal: string;
  finish: string | null;
  usage: StreamUsage | null;
}

function take(draft: Draft, event: StreamEvent): void {
  const choice = event.choices?.[0];
  draft.text += choice?.delta?.content ?? '';
  draft.refusal += choice?.delta?.refusal ?? '';
  draft.finish = choice?.finish_reason ?? draft.finish;
  draft.usage = event.usage ?? draft.usage;
  if (draft.text.length > MOST_CHARACTERS) throw new FaultError('too-large');
}

function faultOf(draft: Draft): ModelFaultCode | null {
  if (draft.finish === 'content_filter') return 'filtered';
  if (draft.finish === 'length') return 'truncated';
  if (draft.refusal !== '') return 'refused';
  // A stream that ends cleanly in mid-answer looks like any other end, but for this.
  if (draft.finish === null) return 'network';
  return draft.text.includes(LOST_BYTES) ? 'invalid-json' : null;
}

/**
 * Gathers a streamed answer. An abort ends the SDK's loop silently, so the signal is checked after it.
 *
 * @param progress called for every event that arrives
 * @throws FaultError when the answer is far too long, and whatever the stream throws when it breaks
 */
export async function collect(
  events: AsyncIterable<StreamEvent>,
  signal: AbortSignal,
  progress: () => void,
): Promise<Collected> {
  const draft: Draft = { text: '', refusal: '', finish: null, usage: null };
  for await (const event of events) {
    progress();
    take(draft, event);
  }
  signal.throwIfAborted();
  return { text: draft.text, fault: faultOf(draft), usage: draft.usage };
}
