import { describe, expect, it } from 'vitest';
import type { Assessment, Phrase } from '../../../src/pipeline/outcome.ts';
import type { CaseThread } from '../../../src/pipeline/thread/case-thread.ts';
import { readingReply } from '../../../src/slack/views/reading-reply.ts';
import { messageFaults } from '../../support/block-limits.ts';
import { assessment, kase, marker, reading, safe, screened, turn } from '../../support/builders.ts';
import { view } from '../../support/view-parts.ts';

const phrase: Phrase = {
  id: 'ph-1',
  text: 'I may have missed something just now. How was it for you?',
  intervention: view.knowledge.interventions[0]?.id ?? '',
  principles: [view.knowledge.principles[0]?.id ?? ''],
  timing: 'now',
  why: 'The silence came after your question.',
  fits: 'It fits right after the silence.',
  care: 'Go gently.',
  watchFor: ['They look up.', 'They add a word.', 'They say fine.', 'They look away.'],
  ifItFallsFlat: 'Say that you may have been too quick.',
  source: 'library',
  provisional: false,
};

const full = assessment({
  reading: reading({
    direction: 'withdrawal',
    labels: [
      marker('wd-minimal-response', { confidence: 0.9, evidence: [safe('one-word answers')] }),
      marker('trg-fee-billing', { confidence: 0.7, whose: 'frame', evidence: [safe('the fee')] }),
      marker('wd-denial', { confidence: 1, source: 'clinician' }),
      marker('th-withdrawal', { whose: 'therapist', source: 'both', contested: true }),
    ].filter(({ id }) => view.knowledge.taxonomy.some((label) => label.id === id)),
    candidates: [
      { id: 'wd-topic-shift', confidence: 0.3, evidence: [] },
      { id: 'cau-misunderstanding', confidence: 0.2, evidence: [] },
    ],
  }),
  formulation: {
    moment: 'You raised the fee.',
    sides: 'Both of you may have pulled back.',
    frame: 'The fee had changed.',
    workingGuess: 'Perhaps the fee stands for something.',
    wouldChangeOurMind: 'If they spoke of it freely.',
  },
  suggestions: {
    phrases: [phrase],
    innerCheck: 'Notice the pull to explain.',
    consultation: [{ id: 'co-peer', why: 'A colleague may hear what you cannot.' }],
    withheld: null,
    strategy: 'st-immediate-indirect',
    why: 'They may have moved away to stay safe.',
    cautions: [],
    forYou: [],
  },
  questions: [{ id: 'in-moment', ask: 'What happened first?' }],
});

function shown(
  over: Partial<Assessment> = {},
  on: Partial<CaseThread> = {},
  changed: string[] = [],
) {
  const outcome = { kind: 'reading' as const, assessment: { ...full, ...over }, changed };
  const message = readingReply(
    outcome,
    kase({ turns: [turn({ removed: { name: 2 } })], ...on }),
    view,
  );
  expect(messageFaults(message)).toEqual([]);
  return message;
}
const textOf = (message: ReturnType<typeof shown>) => JSON.stringify(message.blocks);
const buttons = (message: ReturnType<typeof shown>) =>
  message.blocks.flatMap((block) =>
    [
      ...(block.type === 'actions' ? block.elements : []),
      'accessory' in block && block.accessory,
    ].flatMap((each) => (each && 'action_id' in each ? [each.action_id ?? ''] : [])),
  );

describe('readingReply', () => {
  it('shows the parts in the order they are read', () => {
    const text = textOf(shown({}, {}, ['The direction moved.']));
    const order = [
      'What changed',
      'Have you asked?',
      'Reading, for now',
      'You describe',
      'Perhaps the fee stands',
      'Before you speak',
      'You might say',
      'Whom to ask',
      'Which of these did you see?',
      'To sharpen this',
      'names (2)',
      'not clinical advice',
    ];
    const places = order.map((words) => text.indexOf(words));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('puts the taps before the guess as long as there are no words to offer', () => {
    const { suggestions } = assessment();
    const text = textOf(shown({ suggestions: { ...suggestions, phrases: [] } }));
    const tap = text.indexOf('Which of these did you see?');
    expect(tap).toBeGreaterThan(0);
    expect(tap).toBeLessThan(text.indexOf('Perhaps the fee stands'));
  });

  it('gives each claim with the words it rests on, how sure we are and who found it', () => {
    const { seen } = view.knowledge.label('wd-minimal-response').shown;
    expect(textOf(shown())).toContain(
      `• ${seen} — “one-word answers” · quite sure · found by rules`,
    );
  });

  it("marks the clinician's own observation as theirs and does not grade it", () => {
    const { seen } = view.knowledge.label('wd-denial').shown;
    expect(textOf(shown())).toContain(`• ${seen} · seen by you`);
  });

  it('offers what is unsure as buttons, and what was tapped to be taken back', () => {
    expect(buttons(shown({}, { tapped: ['wd-denial'] }))).toEqual(
      expect.arrayContaining(['untap:wd-denial', 'tap:wd-topic-shift', 'none-of-these']),
    );
  });

  it('offers nothing that the clinician has refused', () => {
    const refused = ['wd-topic-shift', 'cau-misunderstanding'];
    expect(buttons(shown({}, { refused })).filter((id) => id.startsWith('tap'))).toEqual([]);
  });

  it('offers at most eight taps', () => {
    const candidates = view.knowledge.taxonomy
      .filter(({ family }) => family !== 'safety')
      .slice(0, 20)
      .map(({ id }) => ({ id, confidence: 0.3, evidence: [] }));
    const message = shown({ reading: { ...full.reading, candidates } });
    expect(buttons(message).filter((id) => id.startsWith('tap:'))).toHaveLength(8);
  });

  it.each([
    [{}, {}, ['why', 'both-sides', 'all-options', 'helpful', 'not-helpful', 'as-read', 'delete']],
    [
      { formulation: null },
      {},
      ['why', 'all-options', 'helpful', 'not-helpful', 'as-read', 'delete'],
    ],
  ] as const)(
    'has the last row of buttons that there is something behind',
    (over, on, expected) => {
      expect(buttons(shown(over, on)).slice(-expected.length)).toEqual(expected);
    },
  );

  it('says why there are no words instead of showing any', () => {
    const suggestions = {
      ...full.suggestions,
      phrases: [],
      withheld: 'We are not sure enough to put words in your mouth.',
    };
    const message = shown({ suggestions });
    expect(textOf(message)).toContain('not sure enough');
    expect(buttons(message)).not.toContain('softer');
  });

  it('marks phrases as provisional while the own side is untold', () => {
    const phrases = [{ ...phrase, provisional: true }];
    expect(textOf(shown({ suggestions: { ...full.suggestions, phrases } }))).toContain('sketches');
  });

  it.each([
    [screened(), {}, 'Have you asked?'],
    [screened({ status: 'negated' }), {}, 'Nothing about present danger was seen in this text.'],
    [screened({ status: 'history' }), {}, 'from the past'],
    [
      screened({ status: 'in-hand' }),
      { inHand: [{ id: 'sf-suicide', by: 'U01', at: Date.UTC(2026, 10, 22) }] },
      '2026-11-22',
    ],
  ] as const)('says where safety stands', (safety, on, words) => {
    const text = textOf(shown({ safety: { ...safety, status: 'clear' } }, on));
    expect(text).toContain(words);
    expect(text.toLowerCase()).not.toMatch(/\b(?:is|are) safe\b/);
  });

  it('keeps the notification free of the case', () => {
    expect(shown().text).toBe(view.say('reply.preview'));
    expect(shown({}, {}, ['x']).text).toBe(view.say('slack.notify.revised'));
  });

  it('stays within the limits with every label, the longest words and everything at once', () => {
    const long = safe('She said that it did not matter to her at all any more. '.repeat(90));
    const labels = view.knowledge.taxonomy.filter(({ family }) => family !== 'safety');
    const message = shown(
      {
        reading: {
          direction: 'mixed',
          enoughInfo: false,
          labels: labels.map(({ id }) =>
            marker(id, { evidence: [long], contested: true, source: 'both' }),
          ),
          candidates: labels.map(({ id }) => ({ id, confidence: 0.2, evidence: [long] })),
        },
        formulation: { ...full.formulation, workingGuess: long } as Assessment['formulation'],
        suggestions: {
          phrases: Array.from({ length: 5 }, () => ({
            ...phrase,
            ...{ text: long, why: long, fits: long, care: long, ifItFallsFlat: long },
            provisional: true,
            watchFor: [long, long, long, long],
          })),
          innerCheck: long,
          consultation: Array.from({ length: 5 }, () => ({ id: 'co-peer', why: long })),
          ...{ withheld: long, strategy: 'st-expressive', why: long },
          ...{ cautions: Array(14).fill(long), forYou: [long, long, long] },
        },
        lens: 'psychodynamic',
        questions: Array.from({ length: 5 }, () => ({ id: 'in-moment', ask: long })),
      },
      {},
      Array.from({ length: 9 }, () => long),
    );
    expect(message.blocks.length).toBeLessThanOrEqual(50);
  });
});
