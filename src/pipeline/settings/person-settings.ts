/** The schools of therapy whose vocabulary a reading can be told in; labels never change with it. */
export const LENSES = [
  'cbt',
  'dbt',
  'act',
  'psychodynamic',
  'relational-cultural',
  'person-centred',
  'mi',
  'trauma',
  'systemic',
] as const;

export type Lens = (typeof LENSES)[number];

/** True for the id of a school. */
export const isLens = (id: string): id is Lens => (LENSES as readonly string[]).includes(id);

/** What one clinician has chosen for themselves. */
export interface PersonSettings {
  /** The school in whose words readings are told, or null for plain words. */
  readonly lens: Lens | null;
  /** Whether their own guess is asked for before a reading is shown. */
  readonly hypothesisFirst: boolean;
  /** Whether to be asked after the next session how it went. */
  readonly followUps: boolean;
  /** Whether kinder words for harsh ones in a write-up are offered, privately. */
  readonly wordOffers: boolean;
}

/** What holds until a clinician chooses otherwise. */
export const DEFAULT_SETTINGS: PersonSettings = {
  lens: null,
  hypothesisFirst: false,
  followUps: true,
  wordOffers: true,
};
