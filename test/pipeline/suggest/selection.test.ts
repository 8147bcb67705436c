import { describe, expect, it } from 'vitest';
import { safe, screened } from '../../support/builders.ts';
import { knowledge, lint, phraseById, suggest, turnWith } from './given.ts';

type Over = Parameters<typeof turnWith>[1];
const offered = (labels: readonly string[], over: Over = {}) =>
  suggest(turnWith(labels, over)).suggestions;
const ways = (labels: readonly string[], over: Over = {}) =>
  offered(labels, over).phrases.map(({ intervention }) => intervention);
const talksOfUs = (labels: readonly string[], over: Over = {}) =>
  offered(labels, over).phrases.some(({ id }) => phraseById(id).intervention.metacommunication);

describe('the strategy', () => {
  it.each([
    [['trg-fee-billing'], 'st-immediate-direct', 'iv-clarify-frame'],
    [['trg-confidentiality', 'wd-denial'], 'st-immediate-direct', 'iv-clarify-frame'],
    [['cau-task-disagreement'], 'st-immediate-direct', 'iv-give-rationale'],
    [['cau-misunderstanding'], 'st-immediate-direct', 'iv-clarify-misunderstanding'],
    [['cau-cultural-disconnect'], 'st-immediate-direct', 'iv-cultural-inquiry'],
    [['wd-minimal-response'], 'st-immediate-indirect', 'iv-validate-defence'],
    [['imp-emotional'], 'st-immediate-indirect', 'iv-client-mindfulness'],
    [['cau-ambivalence'], 'st-immediate-indirect', 'iv-mi-open'],
    [['cf-complaint-therapist'], 'st-expressive', 'iv-empathic-validation'],
    [['mx-mixed-rupture'], 'st-expressive', 'iv-explore-avoidance'],
    [['pat-repetitive-loop'], 'st-expressive', 'iv-invite-feelings'],
    [['trg-empathic-failure'], 'st-expressive', 'iv-acknowledge-contribution'],
    [['th-anger', 'cf-complaint-therapist'], 'st-inward', 'iv-therapist-mindfulness'],
    [['th-shame-failure'], 'st-inward', 'iv-therapist-mindfulness'],
  ])('for %j is %s and begins with %s', (labels, strategy, first) => {
    const { strategy: taken, why, phrases } = offered(labels);
    expect([taken, phrases[0]?.intervention]).toEqual([strategy, first]);
    expect(why).toMatch(/^[A-Z][^.]+\.$/);
  });

  it('is none, and so is the reason, where no words are offered', () => {
    expect(offered(['th-attraction'])).toMatchObject({ strategy: null, why: null });
    expect(offered([], { safety: screened({}) })).toMatchObject({ strategy: null, why: null });
  });
});

describe('a plain repair that is owed', () => {
  it.each([
    'I sent the invoice to the wrong address. She went quiet.',
    'I charged him twice by mistake, and he goes quiet.',
    "There was no ramp and she couldn't get in. She went quiet.",
    'I double-booked and forgot him. He went quiet.',
  ])('comes before exploring: %s', (text) => {
    const { phrases, why } = offered(['wd-denial'], { text: safe(text) });
    const repairs = ['iv-clarify-frame', 'iv-put-right', 'iv-acknowledge-contribution'];
    expect(repairs).toContain(phrases[0]?.intervention);
    expect(why).toBe(knowledge.contraindications.find(({ id }) => id.startsWith('cx-e'))?.shown);
  });

  it('owns the power in every sentence about the frame', () => {
    for (const label of ['trg-fee-billing', 'trg-missed-session-policy', 'trg-therapist-time']) {
      for (const { text } of offered([label, 'cf-complaint-parameters']).phrases) {
        expect(lint(text, [label]).errors).toEqual([]);
      }
    }
  });
});

describe('the therapist’s own state', () => {
  it.each([
    ['th-anger', "I'm annoyed with him."],
    ['th-shame-failure', 'I am ashamed to say that I feel useless.'],
    ['th-dread', 'I dread the hour.'],
    ['th-intimidated', 'I watch every word.'],
  ])('%s: first a card for oneself, then nothing about the two', (label, text) => {
    const { phrases } = offered([label, 'wd-denial'], { text: safe(text) });
    expect(phrases[0] && phraseById(phrases[0].id).intervention.speaker).toBe('self');
    expect(talksOfUs([label, 'wd-denial'], { text: safe(text) })).toBe(false);
  });

  it.each([
    "I'm still furious with her and I can't stop shaking.",
    'I am so ashamed that I cannot face him.',
    'Please tell me that I did nothing wrong.',
  ])('raw: no words at all, a person first: %s', (text) => {
    const { phrases, withheld } = offered(['wd-denial'], { text: safe(text) });
    expect(phrases).toEqual([]);
    expect(withheld).toMatch(/colleague/);
  });
});

describe('misconduct and harm', () => {
  it.each(['sf-therapist-misconduct', 'sf-harmful-therapy'])(
    '%s is not worked through as shared, even when it is in hand',
    (id) => {
      for (const status of ['open', 'ask', 'in-hand'] as const) {
        const { phrases, consultation } = offered(['imp-relational', 'cau-enactment'], {
          safety: screened({ id, status }),
        });
        expect(phrases).toEqual([]);
        expect(consultation.map((rung) => rung.id)).not.toContain('co-joint-session');
      }
    },
  );
});

describe('signs that boundaries slip', () => {
  const several = safe(
    'I answer her texts at midnight, I stopped charging her, and nobody else knows about it. She went quiet.',
  );

  it('are asked about when there are two, and go to supervision before any talk about the two', () => {
    const { forYou, consultation, cautions } = offered(['wd-denial', 'th-rescue'], {
      text: several,
    });
    expect(forYou[0]).toBe(knowledge.words['boundary.ask']);
    expect(consultation[0]?.id).toBe('co-supervision');
    expect(cautions.join(' ')).toMatch(/small exceptions/);
    expect(talksOfUs(['wd-denial', 'th-rescue'], { text: several })).toBe(false);
  });

  it.each([
    'I answered one text at midnight and told my supervisor. She went quiet.',
    'No hugs, no gifts, no late sessions; she went quiet.',
    'Something is off between us and he gave me a look.',
    'She said "you are my favourite, keep it between us" and went quiet.',
  ])('are not asked about for one or none: %s', (text) => {
    expect(offered(['wd-denial'], { text: safe(text) }).forYou).toEqual([]);
  });
});

describe('after the loss of a client', () => {
  const line = knowledge.words['safety.postvention'];
  it.each([
    'I lost a client to suicide in March, and since then I hold back with this one.',
    'Another patient of mine died by suicide. He goes quiet and so do I.',
    "Since my client's suicide I am careful with everybody.",
  ])('says a word to the therapist: %s', (text) => {
    expect(offered(['th-withdrawal'], { text: safe(text) }).forYou).toContain(line);
  });

  it.each([
    'Her uncle died by suicide when she was nine.',
    'My client denies suicide and we lost a lot of time on forms.',
    'The client lost his brother to suicide.',
  ])('says nothing of the kind: %s', (text) => {
    expect(offered(['th-withdrawal'], { text: safe(text) }).forYou).toEqual([]);
  });
});

describe('now, later and the stage', () => {
  const later = ({ phrases }: ReturnType<typeof offered>) =>
    phrases.filter(({ timing }) => timing === 'later').length;

  it('keeps what is for later out of words for the moment itself', () => {
    for (const label of ['pat-repetitive-loop', 'cau-disillusionment', 'imp-cognitive']) {
      expect(later(offered([label], { signals: ['sg-asked-now'] }))).toBeLessThanOrEqual(
        later(offered([label])),
      );
    }
    expect(ways(['cf-complaint-therapist'], { signals: ['sg-asked-now'] })[0]).toBe(
      'iv-empathic-validation',
    );
  });

  it('brings what needs time into words for the next session', () => {
    expect(
      later(offered(['pat-repetitive-loop'], { signals: ['sg-asked-later'] })),
    ).toBeGreaterThan(later(offered(['pat-repetitive-loop'])));
  });

  it.each([
    ['sm-withdrawal', 'W3-qualified-assertion', ['wd-deferential'], 'iv-support-assertion'],
    ['sm-withdrawal', 'W4-avoidance', ['wd-denial'], 'iv-explore-avoidance'],
    ['sm-confrontation', 'C3-construal', ['cf-complaint-therapist'], 'iv-explore-construal'],
    ['sm-confrontation', 'C6-vulnerability', ['cf-complaint-therapist'], 'iv-access-vulnerability'],
  ])('%s at %s begins elsewhere than at the start', (machine, state, labels, first) => {
    expect(ways(labels)[0]).not.toBe(first);
    expect(ways(labels, { stage: { machine, state } })[0]).toBe(first);
  });

  it('links to other relationships only after the one here has been looked at', () => {
    const labels = ['cau-transference-pattern', 'cau-protective-role-play'];
    const all = (over: Over) => {
      const shown: string[] = [];
      for (let round = 0; round < 8; round++) {
        const { phrases } = offered(labels, { ...over, shown, wish: 'another' });
        shown.push(...phrases.map(({ id }) => id));
      }
      return shown.some((id) => id.startsWith('ph-link-pattern-outside'));
    };
    expect(all({})).toBe(false);
    expect(all({ stage: { machine: 'sm-withdrawal', state: 'W5-self-assertion' } })).toBe(true);
  });

  it('puts last what was tried in vain, and leaves talk about the two after two tries', () => {
    const vain = { how: 'no-change', interventions: ['iv-validate-defence'] };
    expect(ways(['wd-denial'], { tries: [vain] })[0]).not.toBe('iv-validate-defence');
    expect(talksOfUs(['wd-denial'], { tries: [vain, vain] })).toBe(false);
    expect(talksOfUs(['wd-denial'], { tries: [vain, { ...vain, how: 'helped' }] })).toBe(true);
  });
});

describe('a clinician who does not talk of feelings', () => {
  it('gets words about the work itself', () => {
    const over = { signals: ['sg-plain-work'] };
    expect(talksOfUs(['cf-complaint-activities'])).toBe(true);
    for (const way of ways(['cf-complaint-activities', 'wd-denial'], over)) {
      const { metacommunication } = knowledge.interventions.find(({ id }) => id === way) ?? {};
      expect(metacommunication === true && way !== 'iv-ask-feedback').toBe(false);
    }
  });
});

describe('the school of the clinician', () => {
  it.each([
    ['cbt', ['cf-complaint-activities'], 'iv-give-rationale'],
    ['mi', ['cau-ambivalence'], 'iv-mi-affirm-reflect-sum'],
    ['trauma', ['imp-emotional'], 'iv-emotion-regulation'],
    ['systemic', ['cau-power-struggle'], 'iv-link-pattern-here'],
    ['act', ['pat-repetitive-loop'], 'iv-disclose-experience'],
    ['person-centred', ['cau-misunderstanding'], 'iv-empathic-validation'],
  ])('%s brings forward for %j what it would do', (lens, labels, way) => {
    const place = (over: Over) => (ways(labels, over).indexOf(way) + 4) % 4;
    expect(ways(labels, { lens })).toContain(way);
    expect(place({ lens })).toBeLessThanOrEqual(place({}));
  });

  it.each(knowledge.lenses.map(({ id }) => [id]))(
    '%s moves neither what is owed nor the first step of a strategy',
    (lens) => {
      for (const labels of [['wd-denial'], ['cf-complaint-therapist'], ['trg-fee-billing']]) {
        expect(ways(labels, { lens })[0]).toBe(ways(labels)[0]);
      }
      const voices = offered(['wd-denial'], { lens }).phrases.map(
        ({ id }) => phraseById(id).phrase.voice,
      );
      for (const voice of voices) expect(['plain', 'warm', 'brief', 'indirect']).toContain(voice);
    },
  );
});

describe('another rung', () => {
  it('offers others each time, up the ladder, keeps the words, and comes to an end', () => {
    const standing = offered(['wd-denial']).phrases;
    const shown: string[] = [];
    for (let round = 0; round < 12; round++) {
      const { consultation, phrases, forYou } = offered(['wd-denial'], {
        ...{ wish: 'rung', shown, standing },
      });
      expect(phrases).toEqual(standing);
      expect(consultation.filter(({ id }) => shown.includes(id))).toEqual([]);
      if (consultation.length === 0) {
        expect(forYou).toContain(knowledge.words['consult.used-up']);
        expect(shown.length).toBeGreaterThan(12);
        expect(shown).not.toContain('co-emergency');
        return;
      }
      shown.push(...consultation.map(({ id }) => id));
    }
    expect.unreachable('the ladder has an end');
  });
});
