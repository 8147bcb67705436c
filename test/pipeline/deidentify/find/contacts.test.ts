import { describe, expect, it } from 'vitest';
import { files } from '../../../../src/pipeline/deidentify/find/files.ts';
import { handles } from '../../../../src/pipeline/deidentify/find/handles.ts';
import { networkAddresses } from '../../../../src/pipeline/deidentify/find/network-addresses.ts';
import { phones } from '../../../../src/pipeline/deidentify/find/phones.ts';
import { slackEntities } from '../../../../src/pipeline/deidentify/find/slack-entities.ts';
import { foundBy } from '../tables.ts';

describe('phones', () => {
  it.each([
    ['call 401-555-0136 today', ['401-555-0136']],
    ['left (617) 555-0148 as a callback', ['(617) 555-0148']],
    ['reach her on +1 508 555 0119', ['+1 508 555 0119']],
    ['my limit, to 401/555/0166', ['401/555/0166']],
    ['ring 020 7946 0321 after six', ['020 7946 0321']],
    ['her mobile is +44 7700 900142', ['+44 7700 900142']],
    ['from +86 21 5555 0182', ['+86 21 5555 0182']],
    ['978-555-0199 x12 is the desk', ['978-555-0199 x12']],
    ['call 555-0134 back', ['555-0134']],
    ['by phone 4015550149', ['4015550149']],
  ])('%s', (text, expected) => expect(foundBy(phones, text)).toEqual(expected));

  it.each([
    'PHQ-9 went 18 12 10 over 8 weeks',
    'seen 2019-2021 and again in 2024',
    'on 2024-02-19 she came',
    'paid £1200 for 12 sessions',
    'SSN 412-68-9071',
    'sessions 1-2-3-4 were fine',
  ])('leaves: %s', (text) => expect(foundBy(phones, text)).toEqual([]));
});

describe('networkAddresses', () => {
  it.each([
    ['write to jess.tide@example.com at 2am', ['jess.tide@example.com']],
    ['OTIENO.C@EXAMPLE.COM wrote', ['OTIENO.C@EXAMPLE.COM']],
    ['it was maria at mail dot com', ['maria at mail dot com']],
    ['(portal.example.org/clients/88213)', ['portal.example.org/clients/88213']],
    ['see https://a.example.net/my-therapist, please', ['https://a.example.net/my-therapist']],
    ['login from (203.0.113.47)', ['203.0.113.47']],
    ['address 2001:db8::8a2e:370:7334', ['2001:db8::8a2e:370:7334']],
    ['as MAC 3C:22:FB:9A:10:7E', ['MAC 3C:22:FB:9A:10:7E']],
    ['linktr.ee/sadgirl is hers', ['linktr.ee/sadgirl']],
  ])('%s', (text, expected) => expect(foundBy(networkAddresses, text)).toEqual(expected));

  it.each([
    'at 4:15 and 16:30:10',
    'and/or he/she',
    'e.g. this, i.e. that',
    'it ended.She left',
    'v2.1.3 of the manual',
    'ratio 10:1',
  ])('leaves: %s', (text) => expect(foundBy(networkAddresses, text)).toEqual([]));
});

describe('slackEntities', () => {
  it.each([
    ['ask <@U04KX2Q9T> about it', ['<@U04KX2Q9T>']],
    ['in <#C0123|cases-north>', ['<#C0123|cases-north>']],
    ['<!subteam^S012|@night-team>', ['<!subteam^S012|@night-team>']],
    ['<mailto:a@example.com|a@example.com>', ['<mailto:a@example.com|a@example.com>']],
    ['<https://x.example/5521|message>', ['<https://x.example/5521|message>']],
  ])('%s', (text, expected) => expect(foundBy(slackEntities, text)).toEqual(expected));

  it.each(['<!here> please', 'mood < 3 and > 1', '<3 this group', '<<<<<<'])('leaves: %s', (text) =>
    expect(foundBy(slackEntities, text)).toEqual([]),
  );
});

describe('files', () => {
  it.each([
    ['IMG_4471.jpg on my phone', ['IMG_4471.jpg']],
    ['under BrianD_plan_v2.docx.', ['BrianD_plan_v2.docx']],
    ['she sent voice memo 12.m4a', ['voice memo 12.m4a']],
  ])('%s', (text, expected) => expect(foundBy(files, text)).toEqual(expected));

  it.each(['weight up 1.2 kg', 'etc. and so on', 'a jpg of a cat'])('leaves: %s', (text) =>
    expect(foundBy(files, text)).toEqual([]),
  );
});

describe('handles', () => {
  it.each([
    ['her Instagram @xio.paints', ['@xio.paints']],
    ['wrenfield_88 wrote', ['wrenfield_88']],
    ['on reddit as u/throwaway9', ['u/throwaway9']],
    ['goes by tindraaaa online', ['tindraaaa']],
    ['uses marcusdontplay everywhere', ['marcusdontplay']],
    ['Snapchat teegz.08', ['teegz.08']],
  ])('%s', (text, expected) => expect(foundBy(handles, text)).toEqual(expected));

  it.each([
    '@here can someone help',
    '@channel please',
    'the latest instalment of the feud',
    'she goes by bus everywhere',
    'he uses alcohol everywhere',
    '_really_ stuck',
  ])('leaves: %s', (text) => expect(foundBy(handles, text)).toEqual([]));
});
