import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadSafetyKnowledge } from '../../../src/knowledge/load-safety-knowledge.ts';
import { createScreen, type Screen } from '../../../src/pipeline/safety/screen.ts';
import { loadSafetyModel } from '../../../src/weights/load-safety-model.ts';

const knowledge = loadSafetyKnowledge();
const rulesOnly = createScreen(knowledge, null);
const screen = createScreen(knowledge, loadSafetyModel());
const rules = knowledge.safety.filter(({ id }) => id !== 'sf-identifiers');
const both: [string, Screen][] = [
  ['wordings alone', rulesOnly],
  ['wordings and classifier', screen],
];
const statusOf = (screened: Screen, text: string, id: string) =>
  screened(text).labels.find((label) => label.id === id)?.status ?? 'nothing';

const inContext: [string, string, string][] = [
  // pseudo-negation beats negation
  ['sf-suicide', 'I am not sure if she is suicidal.', 'open'],
  ['sf-suicide', 'He did not ask himself whether he is suicidal, he knows.', 'open'],
  ['sf-suicide', 'She never wants to wake up, there is nothing to live for.', 'open'],
  ['sf-suicide', 'Not only suicidal, he says, also tired.', 'open'],
  ['sf-suicide', 'He was asked today and is not suicidal.', 'negated'],
  // negation before and after, in lists, and where it stops
  ['sf-suicide', 'Denies SI, HI and intent.', 'negated'],
  ['sf-violence-others', 'She denies SI, HI and intent.', 'negated'],
  ['sf-suicide', 'SI was denied.', 'negated'],
  ['sf-suicide', 'Denies intent but bought rope.', 'open'],
  ['sf-suicide', 'Denies intent, bought rope yesterday.', 'open'],
  ['sf-suicide', 'No plan; suicidal all week.', 'open'],
  ['sf-suicide', 'She did not stay, she said she wants to die.', 'open'],
  ['sf-acute', 'No signs of being psychotic.', 'negated'],
  // long past, and back again
  ['sf-suicide', 'She was suicidal as a teenager.', 'history'],
  ['sf-suicide', 'She was suicidal as a teenager and is suicidal again.', 'open'],
  ['sf-suicide', 'He overdosed at 17, none since.', 'history'],
  ['sf-self-harm', 'History of self-harm.', 'history'],
  ['sf-self-harm', 'History of self-harm, back to it last week.', 'open'],
  // conditional
  ['sf-suicide', 'Is there a protocol for suicidal clients?', 'ask'],
  ['sf-suicide', 'What if she is suicidal?', 'ask'],
  ['sf-self-harm', 'We had a training on self-harm.', 'ask'],
  // someone else: lowered for some, never for violence and abuse
  ['sf-self-harm', 'Her friend started cutting, and she was upset about it all week.', 'other'],
  ['sf-suicide', 'Her brother overdosed.', 'ask'],
  ['sf-suicide', 'She told her friend she wants to die.', 'open'],
  ['sf-violence-others', 'His brother threatened to kill the neighbour.', 'open'],
  ['sf-child-abuse', 'Her brother hits the child.', 'open'],
  ['sf-adult-abuse', 'A friend of hers exploits her disabled brother.', 'open'],
  // figures of speech clear what they cover and nothing else
  ['sf-suicide', 'That was career suicide.', 'figurative'],
  ['sf-suicide', 'That was career suicide, and now he is suicidal.', 'open'],
  ['sf-violence-therapist', 'It hit me that I was late.', 'figurative'],
  ['sf-self-harm', 'She cut herself off from the group.', 'figurative'],
  ['sf-self-harm', 'She cut herself on Sunday.', 'open'],
  // whose conduct
  ['sf-therapist-misconduct', 'I kissed my patient.', 'open'],
  ['sf-therapist-misconduct', 'My colleague kissed my patient.', 'ask'],
  ['sf-therapist-misconduct', 'Her previous therapist touched her.', 'ask'],
  ['sf-therapist-misconduct', 'His brother lent her money.', 'other'],
  // the therapist who writes, outside quotation marks
  ['sf-impairment', 'I am suicidal and have a full list tomorrow.', 'open'],
  ['sf-impairment', 'She said "I am suicidal".', 'nothing'],
  ['sf-suicide', 'She said "I am suicidal".', 'open'],
  ['sf-violence-therapist', 'She said "my dad hit me".', 'nothing'],
  // capitals count
  ['sf-suicide', 'SI with plan, bed found.', 'open'],
  ['sf-suicide', 'Seen with si today.', 'nothing'],
  ['sf-self-harm', 'NSSI x2 this week.', 'open'],
  ['sf-suicide', 'OD on Sunday, home now.', 'open'],
  ['sf-violence-others', 'Hi all, a question about fees.', 'nothing'],
  // stems ask
  ['sf-suicide', 'We talked about suicide.', 'ask'],
  ['sf-child-abuse', 'Bruising on the arm.', 'ask'],
];

describe('the context of a wording', () => {
  it.each(inContext)('%s in “%s” is %s', (id, text, status) => {
    expect(statusOf(rulesOnly, text, id)).toBe(status);
  });

  it.each(inContext.filter(([, , status]) => status === 'open'))(
    '%s in “%s” stays open when the classifier is heard',
    (id, text) => {
      expect(statusOf(screen, text, id)).toBe('open');
    },
  );
});

describe.each(both)('createScreen with %s', (name, screened) => {
  it.each(rules.flatMap(({ id, open }) => open.map((text) => [id, text])))(
    'opens %s for: %s',
    (id, text) => {
      expect(statusOf(screened, text, id)).toBe('open');
    },
  );

  it.each(rules.flatMap(({ id, ask }) => ask.map((text) => [id, text])))(
    'asks about %s for: %s',
    (id, text) => {
      const raised = name === 'wordings alone' ? ['ask'] : ['ask', 'open'];
      expect(raised).toContain(statusOf(screened, text, id));
    },
  );

  it.each(rules.flatMap(({ id, notTrigger }) => notTrigger.map((text) => [id, text])))(
    'opens nothing (near %s) for: %s',
    (_, text) => {
      expect(screened(text).status).not.toBe('open');
    },
  );

  it('quotes the text itself and only the text', () => {
    const text = 'Long hour. He’s “wants to die”, says [Person 1 (mother)].';
    for (const label of screened(text).labels)
      for (const quote of label.evidence) expect(text).toContain(quote);
  });

  it('names the responses for what is open, most urgent first', () => {
    const text = 'She is cutting herself, he hits her, and she wants to die.';
    expect(screened(text).responses).toEqual(['R-SUI', 'R-IPV', 'R-SH']);
    expect(screened('We talked about suicide.').responses).toEqual([]);
    expect(screened('Her previous therapist touched her.').responses).toContain('R-MIS-OTHER');
  });

  it('leaves identifiers to de-identification', () => {
    expect(screened('full name and date of birth').labels).toEqual([]);
  });

  it('never throws and always quotes verbatim, whatever it is given', () => {
    const words = fc.constantFrom(
      ...['she', 'wants', 'to', 'die', 'denies', 'SI', 'not', 'bought', 'rope', 'hit', 'me', 'I'],
      ...['"', "'", '[Client]', ';', '.', '\n', 'no', 'suicidal', 'her', 'brother', '’t', '😀'],
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(words, { maxLength: 60 }).map((list) => list.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { labels } = screened(text);
        return labels.every(({ evidence }) => evidence.every((quote) => text.includes(quote)));
      }),
      { numRuns: 400 },
    );
  });

  it('keeps what is open when neutral sentences follow', () => {
    const plain = rules.flatMap(({ id, open }) => open.map((text) => ({ id, text })));
    const neutral = fc.constantFrom(
      'We talked about the garden.',
      'Next session is on Thursday.',
      'He pays on time.',
      'Supervision is monthly.',
      'The room was warm.',
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...plain),
        fc.array(neutral, { maxLength: 12 }),
        ({ id, text }, more) => statusOf(screened, [`${text}.`, ...more].join(' '), id) === 'open',
      ),
      { numRuns: 200 },
    );
  });
});

describe('createScreen on understated, buried and abbreviated wording', () => {
  it.each([
    ['sf-suicide', 'She said the kids would be happier if she just did not wake up.'],
    [
      'sf-suicide',
      'Fee, holiday, the usual. At the door: he has stopped planning past Christmas and gave away his dog.',
    ],
    ['sf-suicide', 'pt endorsed passive SI, no plan, has been counting her tablets'],
    ['sf-self-harm', 'NSSI x3 since last appt, wants to talk about essays'],
    ['sf-ipv', 'He keeps her wages and checks her phone. She said it is nothing.'],
    ['sf-acute', 'Has not slept for five nights and thinks the neighbours have put cameras in.'],
    ['sf-deterioration', 'PHQ-9 9, then 14, then 19, then 22. Lovely alliance.'],
    ['sf-impairment', 'I had two glasses of wine before my first client again.'],
    ['sf-child-abuse', 'She leaves the toddler alone in the flat at night.'],
    [
      'sf-adult-abuse',
      'His nephew keeps her pension and she is not allowed visitors. She has dementia.',
    ],
    ['sf-violence-others', 'He says he will hurt his boss on Friday and smiled.'],
    ['sf-violence-therapist', 'He was waiting by my car again after clinic.'],
    [
      'sf-therapist-misconduct',
      'We have been seeing each other outside of sessions, my client and I.',
    ],
    [
      'sf-harmful-therapy',
      'She says therapy with me is making her ill and that she leaves humiliated.',
    ],
  ])('raises %s for: %s', (id, text) => {
    expect(['open', 'ask']).toContain(statusOf(screen, text, id));
  });

  it.each([
    'Does anyone have a good template for an invoice?',
    'My client is late every week and I dread bringing it up.',
    'She changed the subject when I mentioned the fee.',
    'Which room is free on Thursday?',
  ])('opens nothing for: %s', (text) => {
    expect(screen(text).status).not.toBe('open');
  });
});

describe('createScreen on other languages', () => {
  it.each([
    ['sf-suicide', 'Meine Patientin will nicht mehr leben.', 'open'],
    ['sf-suicide', 'Keine Suizidgedanken.', 'ask'],
    ['sf-suicide', 'Ma patiente veut mourir.', 'open'],
    ['sf-suicide', 'Mi paciente dice que quiere morir.', 'open'],
    ['sf-suicide', 'Il mio paziente vuole morire.', 'open'],
    ['sf-suicide', 'Meu paciente quer morrer.', 'open'],
    ['sf-suicide', 'Mijn cliënt wil niet meer leven.', 'open'],
    ['sf-suicide', 'Pacjentka mówi, że chce umrzeć.', 'open'],
    ['sf-suicide', 'Danışanım ölmek istiyor.', 'open'],
    ['sf-suicide', 'Пациентка говорит, что хочет умереть.', 'open'],
    ['sf-suicide', 'Пацієнт каже, що не хоче жити.', 'open'],
    ['sf-suicide', 'المريضة تقول إنها تريد أن تموت', 'open'],
    ['sf-suicide', 'मरीज़ कहती है कि वह मरना चाहती है', 'open'],
    ['sf-suicide', '来访者说她不想活了', 'open'],
    ['sf-suicide', '患者さんは死にたいと言っています', 'open'],
    ['sf-ipv', 'Son mari la frappe devant les enfants.', 'open'],
    ['sf-child-abuse', 'Der Vater schlägt das Kind.', 'open'],
    ['sf-suicide', 'Mein Patient schweigt seit Wochen.', 'nothing'],
    ['sf-ipv', 'Mi paciente llega tarde cada semana.', 'nothing'],
  ])('%s in “%s” is %s', (id, text, status) => {
    expect(statusOf(screen, text, id)).toBe(status);
  });
});

describe('createScreen on hostile input', () => {
  const LONGEST = 40_000;
  it.each([
    ['one letter', 'a'],
    ['one word', 'kill '],
    ['first person', 'i '],
    ['open wordings', 'she wants to die. '],
    ['half a wording', 'he hit her '],
    ['denials', "can't not deny "],
    ['quotation marks', '"\' '],
    ['brackets', '[a '],
    ['line breaks', 'a\n'],
    ['lists of words', 'pills money carer '],
  ])('reads 40,000 characters of %s quickly', (_, piece) => {
    const text = piece.repeat(Math.ceil(LONGEST / piece.length)).slice(0, LONGEST);
    screen(text.slice(0, 4000));
    const start = process.threadCpuUsage().user / 1000;
    screen(text);
    expect(process.threadCpuUsage().user / 1000 - start).toBeLessThan(1000);
  });
});
