import type { CoursePicture } from '../pipeline/thread/stages/course-picture.ts';

/** What the listeners ask of pictures of the way through a stage model; none holds anything of a case. */
export interface Courses {
  /** A PNG; rejects when it cannot be drawn here. */
  draw(picture: CoursePicture): Promise<Buffer>;
  /** Slack's id of the picture in an install, or null while it has none. */
  file(team: string, picture: CoursePicture): string | null;
  keepFile(team: string, picture: CoursePicture, file: string): void;
}
