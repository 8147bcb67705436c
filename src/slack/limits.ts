/**
 * What Slack's renderer accepts, in UTF-16 code units or counts (docs.slack.dev block reference and
 * the published types; `messageText` is undocumented and was found by trial at about 13,170).
 */
export const LIMITS = {
  messageBlocks: 50,
  modalBlocks: 100,
  /** Sum of all text in the blocks of one message. */
  messageText: 12_000,
  /** The `text` beside the blocks: what notifications show. */
  fallbackText: 4_000,
  sectionText: 3_000,
  headerText: 150,
  contextElements: 10,
  actionsElements: 25,
  id: 255,
  buttonText: 75,
  buttonValue: 2_000,
  placeholder: 150,
  accessibilityLabel: 75,
  modalTitle: 24,
  inputLabel: 2_000,
  /** What one field of a modal holds. */
  inputText: 3_000,
  privateMetadata: 3_000,
  /** Text of one option of a list. */
  optionText: 75,
  /** Options of a list; checkboxes and radio buttons take ten. */
  options: 100,
  checks: 10,
  /** People or channels chosen in one field; our own limit. */
  selected: 50,
  altText: 2_000,
  /** Characters of one message that are read; our own limit. */
  readCharacters: 40_000,
  /** Bytes of a whole view as JSON. */
  viewBytes: 250_000,
} as const;
