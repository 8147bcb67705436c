import { bareNumbers } from './find/bare-numbers.ts';
import { cuedNames } from './find/cued-names.ts';
import { files } from './find/files.ts';
import { greatAges } from './find/great-ages.ts';
import { handles } from './find/handles.ts';
import { holidays } from './find/holidays.ts';
import { initials } from './find/initials.ts';
import { labelledNumbers } from './find/labelled-numbers.ts';
import { lowerInitials } from './find/lower-initials.ts';
import { lowerNames } from './find/lower-names.ts';
import { lowerOrganisations } from './find/lower-organisations.ts';
import { lowerPlaces } from './find/lower-places.ts';
import { monthDates } from './find/month-dates.ts';
import { months } from './find/months.ts';
import { networkAddresses } from './find/network-addresses.ts';
import { numericDates } from './find/numeric-dates.ts';
import { ordinalDays } from './find/ordinal-days.ts';
import { phones } from './find/phones.ts';
import { properNames } from './find/proper-names.ts';
import { rooms } from './find/rooms.ts';
import { slackEntities } from './find/slack-entities.ts';
import { streets } from './find/streets.ts';
import { titledNames } from './find/titled-names.ts';
import { unknownWords } from './find/unknown-words.ts';
import type { Finding } from './finding.ts';
import type { Searched } from './searched.ts';

export type Recognize = (searched: Searched) => Finding[];

/** Every recognizer in the order in which they claim text: what is surest and most special first. */
export const RECOGNIZERS: Readonly<Record<string, Recognize>> = {
  slackEntities,
  files,
  networkAddresses,
  handles,
  holidays,
  monthDates,
  months,
  numericDates,
  streets,
  labelledNumbers,
  phones,
  rooms,
  ordinalDays,
  greatAges,
  bareNumbers,
  titledNames,
  initials,
  lowerInitials,
  cuedNames,
  properNames,
  lowerOrganisations,
  lowerPlaces,
  lowerNames,
  unknownWords,
};
