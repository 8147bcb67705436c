const FRAME =
  /^(?:(?:well|ok|okay|so|then|hm+|um+)[,.]? )?(?:i(?:['’]d| would| might| could|['’]ll| will)? (?:then )?(?:say|tell (?:him|her|them|you)|answer|reply|respond)(?: something like| something along the lines of| that| to (?:him|her|them))?|therapist|me|t|my answer|maybe something like|something like)\s?[:,–—-]\s*/i;
const WHOLE = /^["“„«']\s*([^"“”„«»]+?)\s*["”»']$/;

/** What would be said to the client, without 'I would say:' and the marks around it. */
export function whatWasSaid(text: string): string {
  const bare = text.trim().replace(FRAME, '').trim();
  return WHOLE.exec(bare)?.[1] ?? bare;
}
