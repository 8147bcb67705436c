import { createRequire } from 'node:module';
import type { Say } from '../../pipeline/thread/what-changed.ts';
import type { Trends } from '../../pipeline/trends/trends.ts';
import { LOOK } from './look.ts';
import { pictureSpec } from './picture-spec.ts';

const { resolve } = createRequire(import.meta.url);
const LETTERS = [
  '@expo-google-fonts/atkinson-hyperlegible/400Regular/AtkinsonHyperlegible_400Regular.ttf',
  '@expo-google-fonts/atkinson-hyperlegible/700Bold/AtkinsonHyperlegible_700Bold.ttf',
];

/** Width of a letter in heights of a line, on average; without a canvas the library guesses 0.8. */
const LETTER = 0.55;
/** What the types of the library leave out. */
interface TextMetrics {
  width: (item: { readonly fontSize?: number }, text: string) => number;
}

/**
 * The trends as a PNG of 1,200 pixels' width. The chart library is loaded at the first picture, so
 * that a process that draws none does not pay for it; the pixels are made in a thread of their own.
 */
export async function drawPicture(trends: Trends, say: Say): Promise<Buffer> {
  const [vega, { compile }, { renderAsync }] = await Promise.all([
    import('vega'),
    import('vega-lite'),
    import('@resvg/resvg-js'),
  ]);
  const { textMetrics } = vega as unknown as { readonly textMetrics: TextMetrics };
  textMetrics.width = ({ fontSize = LOOK.labelSize }, text) => LETTER * text.length * fontSize;
  const chart = pictureSpec(trends, say) as Parameters<typeof compile>[0];
  const { spec } = compile(chart, { logger: vega.logger(vega.None) });
  const view = new vega.View(vega.parse(spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  const image = await renderAsync(svg, {
    font: {
      fontFiles: LETTERS.map((file) => resolve(file)),
      ...{ loadSystemFonts: false, defaultFontFamily: LOOK.font },
    },
    fitTo: { mode: 'width', value: LOOK.width },
  });
  return image.asPng();
}
