import { describe, expect, it } from 'vitest';
import { deidentify, safe } from './tables.ts';

describe('deidentify', () => {
  it('keeps who is who: the client, kin by role, clinicians, places', () => {
    expect(
      safe(
        'My client Jess is stuck. Jessica Foster, 34, told Dr. Patel that her mother (Denise) left Pawtucket.',
      ),
    ).toBe(
      'My client [Client] is stuck. [Client], 34, told [Clinician 1] that her mother ([Person 1 (mother)]) left [Place 1].',
    );
  });

  it('takes the first and most often named person for the client when no word says so', () => {
    expect(safe('Danielle went quiet. Danielle and her brother Otto argue.')).toBe(
      '[Client] went quiet. [Client] and her brother [Person 1 (brother)] argue.',
    );
  });

  it('tells the days between dates instead of the dates', () => {
    expect(safe('He left on March 3 and came back on March 11, the day after March 10.')).toBe(
      'He left on [Date 1] and came back on [Date 2, 8 days later], the day after [Date 3, 1 day earlier].',
    );
  });

  it('keeps what "since" says and that a day was a holiday', () => {
    expect(safe('With me since October 2022, silent after Thanksgiving.')).toBe(
      'With me [since Date 1], silent after [Date 2 (holiday)].',
    );
  });

  it('keeps a possessive readable', () => {
    expect(safe("I met Danielle's sister Aoife.")).toBe(
      "I met [Client]'s sister [Person 1 (sister)].",
    );
  });

  it('leaves a note without identifiers exactly as it was', () => {
    const note =
      'Stuck with a 34-year-old, PHQ-9 18 → 12, session 14. *She* said “fine” — I said nothing &amp; waited.';
    expect(deidentify(note)).toEqual({ ok: true, text: note, removed: [], doubts: [] });
  });

  it('finds what curly quotes, entities, marks and hidden characters wrap', () => {
    expect(safe('*Dani​elle* asked; the “Boys &amp; Girls Club” called.')).toBe(
      '*[Client]* asked; the “[Organisation 1]” called.',
    );
  });

  it('gives offsets into the raw text, in order and without overlaps', () => {
    const raw = 'Ask &amp; tell Danielle: call 401-555-0136, “Kevin” said.';
    const result = deidentify(raw);
    expect(result.ok && result.removed.map(({ start, end }) => raw.slice(start, end))).toEqual([
      'Danielle',
      '401-555-0136',
      'Kevin',
    ]);
  });

  it('leaves its own tokens alone', () => {
    const once = safe('My client Jess left on March 3. Her mother Denise came on March 11.');
    expect(safe(once)).toBe(once);
  });

  it('does not take a name in brackets for a token', () => {
    expect(safe('I told [Danielle] and [Person Danielle] to wait.')).not.toContain('Danielle');
  });

  it('does not give a number away twice when tokens stand in the text already', () => {
    expect(safe('[Client] met [Person 1 (mother)] and [Person 2] with Otto.')).toContain(
      'with [Person 3]',
    );
  });

  it('refuses what is longer than a message can be', () => {
    expect(deidentify('a'.repeat(40_001))).toEqual({ ok: false, why: 'too-long' });
  });

  it('reads 40,000 characters', () => {
    expect(deidentify('word '.repeat(8000)).ok).toBe(true);
  });

  it.each([
    ['ct deshawn (27) no-showed again. i feel irritated and then guilty.', 'all-lower-case'],
    ["The pt is the mayor's daughter and I know him.", 'quasi'],
    ['Yesterday kofi texted that I was cold.', 'low-confidence'],
  ] as const)('asks for a look: %s', (text, doubt) => {
    const result = deidentify(text);
    expect(result.ok && result.doubts).toContain(doubt);
  });

  it('is sure of an ordinary note', () => {
    const result = deidentify('My client Danielle cancelled on 3/14 and I felt relieved.');
    expect(result.ok && result.doubts).toEqual([]);
  });
});

describe('deidentify with a thread', () => {
  const earlier = ['My client Jess is stuck. Her mother Denise drives her in from Pawtucket.'];

  it('keeps the numbers of the messages before', () => {
    expect(safe('Denise rang, and Dr. Patel too. Jess cried in Pawtucket.', { earlier })).toBe(
      '[Person 1 (mother)] rang, and [Clinician 1] too. [Client] cried in [Place 1].',
    );
  });

  it('finds a name of the thread in small letters, and its short forms', () => {
    const thread = { earlier: ['I see Elizabeth Marsh weekly.'] };
    expect(safe('Today liz was late and then elizabeth left.', thread)).toBe(
      'Today [Client] was late and then [Client] left.',
    );
  });

  it('keeps people of one given name apart by their surnames', () => {
    expect(safe('I see Anna Marsh. Her cousin Anna Bell came too. Anna Marsh left.')).toBe(
      'I see [Client]. Her cousin [Person 1 (cousin)] came too. [Client] left.',
    );
  });

  it('takes out members and the practice whatever their case', () => {
    const known = ['Noor Haddad', 'Elm Street Practice'];
    expect(safe('ask noor or HADDAD at the elm street practice', { known })).not.toMatch(
      /noor|haddad|elm/i,
    );
  });

  it('lets stand what the clinician says is no identifier', () => {
    const text = 'We did the Brannoch exercise with Danielle.';
    expect(safe(text)).not.toContain('Brannoch');
    expect(safe(text, { kept: ['Brannoch'] })).toBe('We did the Brannoch exercise with [Client].');
  });

  it('never lets a number or address stand, whatever is said of it', () => {
    expect(safe('call 401-555-0136', { kept: ['401-555-0136'] })).toBe('call [Contact 1]');
  });

  it('takes out what the clinician says was missed', () => {
    expect(safe('the swan lady came back', { missed: ['swan lady'] })).not.toContain('swan');
  });
});
