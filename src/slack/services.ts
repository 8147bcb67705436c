import type { Policies } from '../pipeline/ports.ts';
import type { Courses } from './courses.ts';
import type { FeedbackDesk } from './feedback-desk.ts';
import type { FollowUps } from './follow-ups.ts';
import type { HomeService } from './home-service.ts';
import type { PagingDesk } from './paging-desk.ts';
import type { Rehearsals } from './rehearsals.ts';
import type { ReviewDesk } from './review-desk.ts';
import type { Sharing } from './sharing.ts';
import type { Intake } from './take.ts';
import type { WaysIn } from './ways-in.ts';

/** What the listeners ask of the rest of the program, one service for each feature; app.ts wires them. */
export interface Services {
  readonly intake: Intake;
  readonly policies: Policies;
  readonly review: ReviewDesk;
  readonly paging: PagingDesk;
  readonly waysIn: WaysIn;
  readonly sharing: Sharing;
  readonly feedback: FeedbackDesk;
  readonly home: HomeService;
  readonly followUps: FollowUps;
  readonly courses: Courses;
  readonly rehearsals: Rehearsals;
}
