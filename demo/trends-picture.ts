import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { createSay } from '../src/pipeline/thread/say.ts';
import { OUTCOMES } from '../src/pipeline/trends/count-outcomes.ts';
import { trendsOf } from '../src/pipeline/trends/trends.ts';
import { trendsInWords } from '../src/pipeline/trends/trends-in-words.ts';
import { drawPicture } from '../src/trends/picture/draw-picture.ts';
import { exampleYear } from './example-year.ts';

const CASES = 5_000;
const NOW = Date.UTC(2026, 10, 22);
const FILE = fileURLToPath(new URL('../docs/images/trends.png', import.meta.url));

const knowledge = loadKnowledge();
const say = createSay(knowledge.words);
const trends = trendsOf(exampleYear(knowledge, CASES, NOW), NOW, OUTCOMES);
const started = performance.now();
const png = await drawPicture(trends, say);
const ms = Math.round(performance.now() - started);
writeFileSync(FILE, png);
for (const { title, lines } of trendsInWords(trends, say)) {
  process.stdout.write(`${title}\n${lines.map((line) => `  ${line}\n`).join('')}`);
}
process.stdout.write(`${FILE}: ${CASES} invented cases, ${png.length} bytes, drawn in ${ms} ms.\n`);
