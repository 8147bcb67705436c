import type { Finding } from '../finding.ts';
import type { Searched } from '../searched.ts';

const FILE =
  /^.{1,200}\.(?:jpe?g|png|heic|heif|gif|webp|bmp|tiff?|svg|mp4|mov|avi|mkv|m4v|m4a|mp3|wav|aac|ogg|opus|3gp|pdf|docx?|odt|rtf|pages|xlsx?|ods|csv|tsv|numbers|pptx?|key|txt|md|html?|xml|json|zip|rar|7z|eml|msg|vcf|ics|dcm|edf)$/i;
/** A spoken kind of file in front belongs to its name: "voice memo 12.m4a". */
const LEAD =
  /(?:voice|audio|video|screen|zoom|session)? ?(?:memo|note|recording|shot|photo|image|scan|clip|file|video|picture|pic|img) ?[#-]? ?$/i;

/** File names with the ending of a picture, recording or document. */
export function files({ text, chunks }: Searched): Finding[] {
  return chunks
    .filter((chunk) => FILE.test(chunk.text))
    .map((chunk) => {
      const short = /^\d{1,4}\.\w+$/.test(chunk.text);
      const lead = short ? LEAD.exec(text.slice(Math.max(0, chunk.start - 24), chunk.start)) : null;
      const start = chunk.start - (lead?.[0].length ?? 0);
      return { start, end: chunk.end, class: 'photo', sure: true };
    });
}
