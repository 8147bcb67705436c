import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../../src/pipeline/reconcile/claims-of.ts';
import { assessment, marker, reading, safe } from '../../support/builders.ts';

const told = { evidence: [safe('has gone quiet')] };
const of = (...labels: ReturnType<typeof marker>[]) =>
  assessment({ text: safe('My client has gone quiet.'), reading: reading({ labels }) });

describe('claimsOf', () => {
  it("puts the first reading's labels to the model, but nothing the clinician said", () => {
    const first = of(marker('wd-denial', told), marker('th-anger', { source: 'clinician' }));
    expect(claimsOf(first, null)).toEqual([{ id: 'wd-denial', ...told }]);
  });

  it('brings back what an earlier reading of the model held, while its words still stand', () => {
    const earlier = of(
      marker('wd-minimal-response', { ...told, source: 'model' }),
      marker('cau-fear', { source: 'model', evidence: [safe('words since deleted')] }),
      marker('th-dread', { ...told, source: 'rules' }),
    );
    expect(claimsOf(of(), earlier).map(({ id }) => id)).toEqual(['wd-minimal-response']);
  });
});
