import { stemmer } from 'stemmer';

/** Irregular forms; everything else is left to the Porter stemmer. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `am is are was were been being 're 'm 's=be; has had having=have; did done does doing=do;
  said says sed=say; told=tell; took taken=take; went gone goes gonna=go; gave given=give; got gotten=get;
  made=make; wrote written=write; bought=buy; thought=think; felt=feel; kept=keep; slept=sleep;
  left=leave; lost=lose; found=find; woke woken waking=wake; drank=drink; drove driven=drive;
  broke broken=break; stole stolen=steal; threw thrown=throw; struck=strike; spat=spit; bit bitten=bite;
  held=hold; sold=sell; lent=lend; paid=pay; shook shaken=shake; beaten beating=beat; bled=bleed;
  hung=hang; shot=shoot; drew drawn=draw; ate eaten=eat; fell fallen=fall; fed=feed; hid hidden=hide;
  knew known=know; met=meet; rang rung=ring; ran=run; saw seen=see; sent=send; sat=sit; stood=stand;
  swore sworn=swear; taught=teach; wore worn=wear; wept=weep; came=come; brought=bring; caught=catch;
  became=become; began begun=begin; chose chosen=choose; grew grown=grow; heard=hear; hurting hurts=hurt;
  lied lying lies=lie; died dying dies=die; tied tying=tie; spent=spend; spoke spoken=speak;
  forgot forgotten=forget; forced forcing=force; woken=wake; frozen froze=freeze; flew flown=fly;
  forgave forgiven=forgive; blew blown=blow; tore torn=tear; sank sunk=sink; dealt=deal; meant=mean;
  burnt=burn; crept=creep; swung=swing; stuck=stick; children kiddies=child; kids=kid; wives=wife;
  knives=knife; lives=life; feet=foot; teeth=tooth; men=man; women=woman; pills=pill; tablets=tablet;
  worse worst=worse; better=better; mum's mums=mum; days=day; hundreds=hundred; news=news; boys=boy;
  used=used; united=united; always=always; this=this; his=his; us=us; does=do; ones=one; voices=voice;
  hospitalised hospitalized hospitalisation hospitalization=hospitalis; organised organized=organis;
  practise practising practice=practis; suicidality suicidal=suicidal; suicides suicide=suicide; drunk=drunk;
  manic mania=mania; psychotic psychosis=psychosis; delusions delusional delusion=delusion;
  paranoid paranoia=paranoia; deteriorating deterioration deteriorated deteriorates=deteriorate;
  molested molesting molests=molest; harassed harassing harasses=harass; sexual sexually=sexual;
  grey gray=grey; neighbour neighbor neighbours neighbors=neighbour; ill=ill; will=will; well=well`
    .split(';')
    .flatMap((row) => {
      const [forms = '', base = ''] = row.split('=');
      return forms
        .split(/\s+/)
        .filter(Boolean)
        .map((form) => [form, base.trim()] as const);
    }),
);

const LONGEST = 24;
const PLAIN = /^[a-z]+$/;
/** Every ending that a rule of the stemmer takes off; most words have none, and asking it costs more. */
const STEMMED = /(?:[^s]s|ess|ed|ing|y|[au]l|ll|er|or|on|sm|ic|nt|ou|[ei])$/;

/** Base form of a lower-case English word, so that 'took', 'taken' and 'takes' meet; not a real word. */
export function stem(word: string): string {
  const base = IRREGULAR.get(word) ?? word;
  if (base.length < 4 || base.length > LONGEST) return base;
  if (!STEMMED.test(base) || !PLAIN.test(base)) return base;
  return base === 'suicidal' ? base : stemmer(base);
}
