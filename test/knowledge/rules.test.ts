import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { cpuMs } from '../support/cpu-ms.ts';

const k = loadKnowledge(undefined, () => () => ({ pass: true, errors: [] }));
const any = (sources: readonly string[], text: string) =>
  sources.some((source) => new RegExp(source, 'i').test(text));
const found = <T extends { id: string }>(entries: readonly T[], id: string): T => {
  const entry = entries.find((one) => one.id === id);
  if (entry === undefined) throw new Error(`no ${id}`);
  return entry;
};

describe('signals', () => {
  it.each([
    ['sg-acute-state', 'He came drunk again and wept.', 'She is high on life since the baby.'],
    ['sg-therapist-raw', 'I am still so angry that I shake.', 'She was furious with her boss.'],
    [
      'sg-therapist-raw',
      "Please tell me I'm not a bad therapist.",
      'He asked whether I am a good cook.',
    ],
    ['sg-little-time', 'There were only five minutes left.', 'He took five minutes to sit down.'],
    [
      'sg-little-time',
      'I was going to raise it at the end of our session.',
      'At the end of the street she turned.',
    ],
    ['sg-simple-fix-owed', 'I double booked and she sat outside.', 'She booked a double room.'],
    [
      'sg-said-not-now',
      'She told me she did not want it and asked me to drop it.',
      'He dropped the cup.',
    ],
    [
      'sg-tried-twice',
      'I have raised it three times and get a shrug.',
      'I rang three times about the bill.',
    ],
    [
      'sg-evaluative-setting',
      'It is court-ordered, twelve weeks.',
      'We played tennis on the court.',
    ],
    [
      'sg-third-parties',
      'In couples work she turned to the wall.',
      'We met a couple of weeks ago.',
    ],
    ['sg-third-parties', 'In the family session nobody spoke.', 'Her family lives far away.'],
    ['sg-prefers-indirect', 'He finds it too direct for his taste.', 'We took the direct road.'],
    [
      'sg-prefers-indirect',
      'In her culture one does not speak openly to elders.',
      'Culture is her field of study.',
    ],
    [
      'sg-first-contact',
      'Our first session was yesterday.',
      'Since the first session we have met weekly for two years.',
    ],
    ['sg-repeated-pattern', 'The same argument every week.', 'She argued once.'],
    [
      'sg-fear-of-assault',
      "I'm scared he will lash out when we are alone.",
      'I was scared of the exam.',
    ],
    ['sg-fear-of-assault', "I don't feel safe with him.", 'She does not feel safe at school.'],
    ['sg-trainee', "I'm a trainee in my second year.", 'He trains for a marathon.'],
    ['sg-two-ruptures-unresolved', 'This is the third falling-out.', 'It is her third job.'],
    ['sg-teenager', 'She is 15 and hates coming.', 'He has come 15 times.'],
    ['sg-teenager', 'A fourteen-year-old in foster care.', 'Fourteen years of marriage.'],
    ['sg-telehealth', 'On Zoom she keeps the camera off.', 'He bought a camera.'],
  ])('%s: hears "%s" and not "%s"', (id, hit, miss) => {
    const { patterns } = found(k.signals, id);
    expect([any(patterns, hit), any(patterns, miss)]).toEqual([true, false]);
  });

  it('are all used by some rule, or say what the program does with them', () => {
    const used = new Set(
      [...k.contraindications, ...k.selection, ...k.escalation]
        .flatMap(({ when }) => when)
        .concat([...k.consultFirst, ...k.innerChecks].flatMap((card) => card.for))
        .concat(k.interventions.flatMap(({ needs }) => needs)),
    );
    const idle = k.signals.map(({ id }) => id).filter((id) => !used.has(id));
    expect(idle).toEqual([
      'sg-trainee',
      'sg-two-ruptures-unresolved',
      'sg-teenager',
      'sg-telehealth',
      'sg-fell-flat',
      'sg-patient-suicide',
    ]);
  });
});

describe('contraindications', () => {
  it('hold the twelve reasons, a to l, and two of our own, in order', () => {
    expect(k.contraindications.map(({ id }) => id.charAt(3)).join('')).toBe('abcdefghijklmn');
  });

  it.each([
    ['cx-a-safety-open', 'withhold'],
    ['cx-c-therapist-raw', 'withhold'],
    ['cx-f-boundary-violation', 'withhold'],
    ['cx-k-prefers-indirect', 'soften'],
    ['cx-d-little-time', 'no-us'],
  ])('%s has the effect %s', (id, effect) => {
    expect(found(k.contraindications, id).effect).toBe(effect);
  });
});

describe('red flags', () => {
  it.each([
    ['rf-secrecy', 'We kept it a secret from the team.', 'He has a secret garden.'],
    ['rf-late-hours', 'I give her extra time.', 'He was late.'],
    ['rf-post-therapy', 'Once therapy is over we might meet for a walk.', 'We meet on Mondays.'],
    ['rf-hiding', "I haven't told my supervisor.", 'I told my supervisor.'],
    ['rf-isolating', 'Her last therapist told her to cut off her sister.', 'She cut the cake.'],
    ['rf-shaming', 'I think I shamed him in front of the group.', 'It is a shame about the rain.'],
  ])('%s: hears "%s" and not "%s"', (id, hit, miss) => {
    const { patterns } = found(k.redFlags, id);
    expect([any(patterns, hit), any(patterns, miss)]).toEqual([true, false]);
  });
});

describe('signs of having been told', () => {
  it.each([
    ['in-risk', 'No current risk, asked last week.', 'She took a risk at work.'],
    ['in-moment', 'I asked about her father and she shrugged.', 'He is a quiet man.'],
    ['in-therapist-feeling', 'I felt useless and a bit bored.', 'She felt useless.'],
    ['in-therapist-feeling', 'It makes me so tense.', 'It makes her tense.'],
    ['in-therapist-part', 'I pushed too hard, I think.', 'He pushed the chair away.'],
    ['in-therapist-part', 'I was late twice.', 'She was late twice.'],
    ['in-alliance-view', 'We agreed to work on panic.', 'He likes football.'],
    ['in-time', 'I see her again on Thursday.', 'Thursday is market day.'],
  ])('%s: hears "%s" and not "%s"', (id, hit, miss) => {
    const { told } = found(k.info, id);
    expect([any(told, hit), any(told, miss)]).toEqual([true, false]);
  });
});

describe('requests', () => {
  it.each([
    ['shorter please', 'shorter'],
    ['less wordy please', 'shorter'],
    ['too direct for him, softer?', 'softer'],
    ['something gentler', 'softer'],
    ['that fell flat', 'another'],
    ['another one please', 'another'],
    ["I can't say that, it's not my style", 'another'],
  ])('"%s" asks for %s', (text, wish) => {
    expect(k.requests.find(({ patterns }) => any(patterns, text))?.wish).toBe(wish);
  });

  it.each(['He cancelled again.', 'She brought her mother to the session.', 'Today he cried.'])(
    '"%s" asks for nothing',
    (text) => {
      expect(k.requests.some(({ patterns }) => any(patterns, text))).toBe(false);
    },
  );
});

describe('language rules', () => {
  it.each([
    ['lr-resistance', 'so much resistance', 'a resistance band'],
    ['lr-regression', 'a regression since May', 'a regression model'],
    ['lr-demanding', 'she is demanding', 'a demanding job'],
    ['lr-merger', 'a fusion of the two', 'spinal fusion surgery'],
    ['lr-acting-out', 'he acted out', 'act out a scene'],
    ['lr-broken', 'she is so broken', 'a broken window'],
    ['lr-splitting', 'splitting the team', 'splitting up with him'],
    ['lr-borderline-noun', 'a classic borderline', 'borderline results'],
    ['lr-suicide-wording', 'committed suicide', 'died by suicide'],
    ['lr-expert', 'as the expert', 'an expert opinion'],
    ['lr-false-self', 'the true self', 'herself'],
    ['lr-entertaining', 'my entertaining client', 'an entertaining film'],
  ])('%s: hears "%s" and not "%s"', (id, hit, miss) => {
    const words = new RegExp(`\\b(?:${found(k.language, id).avoid})\\b`, 'i');
    expect([words.test(hit), words.test(miss)]).toEqual([true, false]);
  });

  it.each([
    'regression',
    'a borderline',
    'fixated',
    'symbiotic',
    'fusion',
    'merger',
    'false self',
    'true self',
    'sado-masochistic',
    'negative therapeutic reaction',
    'resistance',
    'acting out',
    'recalcitrant',
    'clinging',
    'counterdependent',
    'demanding',
    'needy',
    'an entertaining patient',
    'sicker',
    'more disturbed',
    'the troubled one',
    'delusional about me',
    'as the expert',
    'treatment failure',
  ])('hold "%s" of the seed list', (word) => {
    const hit = k.language.some(({ avoid }) => new RegExp(`\\b(?:${avoid})\\b`, 'i').test(word));
    expect(hit).toBe(true);
  });
});

describe('patterns on hostile text', () => {
  const sources = [
    ...k.signals.flatMap(({ patterns }) => patterns),
    ...k.redFlags.flatMap(({ patterns }) => patterns),
    ...k.requests.flatMap(({ patterns }) => patterns),
    ...k.info.flatMap(({ told }) => told),
    ...k.safety.flatMap(({ stems }) => stems),
    ...k.language.map(({ avoid }) => avoid),
  ];

  it.each(['a', 'a ', ' ', "i'm so very ", 'she said ', '“', 'i want to ', 'every time i '])(
    'read 40,000 characters of "%s" in linear time',
    (piece) => {
      const text = piece.repeat(Math.ceil(40_000 / piece.length));
      const took = cpuMs(() => {
        for (const source of sources) new RegExp(source, 'i').test(text);
      });
      expect(took).toBeLessThan(2_000);
    },
  );
});
