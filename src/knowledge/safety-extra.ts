/** Wordings of one safety label in the notation that the wording files explain. */
interface SafetyWordings {
  readonly id: string;
  /** Open whatever the classifier says. */
  readonly always: readonly string[];
  /** Open when the classifier agrees, else asked about. */
  readonly open: readonly string[];
  /** Asked about when the classifier sees anything at all. */
  readonly ask: readonly string[];
}

/** Safety words of one language other than English, by safety label; plain words, * ends a stem. */
export interface SafetyLanguage {
  /** ISO 639-1. */
  readonly code: string;
  readonly name: string;
  /** Words of denial. */
  readonly not: readonly string[];
  readonly open: Readonly<Record<string, readonly string[]>>;
  readonly ask: Readonly<Record<string, readonly string[]>>;
}

/** What the safety screen knows beside safety.yml and context.yml. */
export interface SafetyExtra {
  /** Lists of words that wordings call by name. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly wordings: readonly SafetyWordings[];
  readonly languages: readonly SafetyLanguage[];
}
