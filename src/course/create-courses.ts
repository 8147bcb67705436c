import { createRequire } from 'node:module';
import type { CoursePicture } from '../pipeline/thread/stages/course-picture.ts';
import type { Say } from '../pipeline/thread/what-changed.ts';
import type { Courses } from '../slack/courses.ts';
import { courseSvg } from './course-svg.ts';

const FONT = 'Atkinson Hyperlegible';
/** Pictures of the same way are the same for everybody, so few are ever drawn. */
const MOST_KEPT = 500;

const { resolve } = createRequire(import.meta.url);
const letters = (style: string) =>
  resolve(`@expo-google-fonts/atkinson-hyperlegible/${style}/AtkinsonHyperlegible_${style}.ttf`);

/** The way as a PNG of 1,200 pixels' width; the pixels are made in a thread of their own. */
export async function drawCourse(picture: CoursePicture, say: Say): Promise<Buffer> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const svg = courseSvg(picture, say('stages.picture.here'), FONT);
  const fontFiles = [letters('400Regular'), letters('700Bold')];
  const image = await renderAsync(svg, {
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: FONT },
  });
  return image.asPng();
}

/** Draws ways through stage models, and remembers in this process what Slack holds of them already. */
export function createCourses(say: Say): Courses {
  const files = new Map<string, string>();
  const nameOf = (team: string, { steps, visits }: CoursePicture) =>
    JSON.stringify([team, steps[0], visits]);
  return {
    draw: (picture) => drawCourse(picture, say),
    file: (team, picture) => files.get(nameOf(team, picture)) ?? null,
    keepFile: (team, picture, file) => {
      if (files.size >= MOST_KEPT) files.clear();
      files.set(nameOf(team, picture), file);
    },
  };
}
