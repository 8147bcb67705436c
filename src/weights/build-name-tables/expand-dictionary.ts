interface Affix {
  readonly prefix: boolean;
  readonly strip: string;
  readonly add: string;
  readonly when: RegExp;
}

const RULE = /^([PS])FX (\S)\s+(\S+)\s+(\S+)\s+(\S+)\s*$/;

function readAffixes(aff: string): Map<string, Affix[]> {
  const affixes = new Map<string, Affix[]>();
  for (const line of aff.split('\n')) {
    const [, kind, flag, strip, add, condition] = RULE.exec(line) ?? [];
    if (!kind || !flag || !strip || !add || !condition) continue;
    const prefix = kind === 'P';
    const when = new RegExp(prefix ? `^${condition}` : `${condition}$`);
    const rule = { prefix, strip: strip === '0' ? '' : strip, add: add === '0' ? '' : add, when };
    affixes.set(flag, [...(affixes.get(flag) ?? []), rule]);
  }
  return affixes;
}

function apply(word: string, rule: Affix): string | null {
  if (!rule.when.test(word)) return null;
  return rule.prefix
    ? rule.add + word.slice(rule.strip.length)
    : word.slice(0, word.length - rule.strip.length) + rule.add;
}

function formsOf(stem: string, rules: readonly Affix[]): string[] {
  const suffixed = rules.filter(({ prefix }) => !prefix).map((rule) => apply(stem, rule));
  const bases = [stem, ...suffixed.filter((form) => form !== null)];
  const prefixed = rules
    .filter(({ prefix }) => prefix)
    .flatMap((rule) => bases.map((base) => apply(base, rule)));
  return [...bases, ...prefixed.filter((form) => form !== null)];
}

/** Every word form of a Hunspell dictionary (texts of its .dic and .aff files), possessives left out. */
export function expandDictionary(dic: string, aff: string): Set<string> {
  const affixes = readAffixes(aff);
  const words = new Set<string>();
  for (const line of dic.split('\n').slice(1)) {
    const [stem = '', flags = ''] = line.trim().split('/');
    if (stem === '' || flags.includes('!')) continue;
    const rules = [...flags].flatMap((flag) => affixes.get(flag) ?? []);
    for (const form of formsOf(stem, rules)) {
      if (!form.endsWith("'s")) words.add(form);
    }
  }
  return words;
}
