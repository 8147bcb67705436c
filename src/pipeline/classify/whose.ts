import type { Whose } from '../outcome.ts';

const BY_FAMILY: Readonly<Record<string, Whose>> = {
  wd: 'patient',
  cf: 'patient',
  mx: 'patient',
  imp: 'both',
  pat: 'both',
  cau: 'both',
  trg: 'frame',
  th: 'therapist',
};

const BY_ID: Readonly<Record<string, Whose>> = {
  'imp-cognitive': 'patient',
  'imp-emotional': 'patient',
  'imp-behavioural': 'patient',
  'cau-protective-role-play': 'patient',
  'cau-ambivalence': 'patient',
  'cau-low-motivation': 'patient',
  'cau-low-buy-in': 'patient',
  'cau-fear': 'patient',
  'cau-unconscious-conflict': 'patient',
  'cau-unmet-needs': 'patient',
  'cau-comorbidity-unassessed': 'patient',
  'cau-mismatch-blind-spot': 'therapist',
  'cau-competence-gap': 'therapist',
  'cau-outdated-view': 'therapist',
  'cau-third-party': 'frame',
  'trg-therapist-life-event': 'therapist',
  'trg-empathic-failure': 'therapist',
  'trg-self-disclosure': 'therapist',
  'trg-patient-life-event': 'patient',
};

/** Whose part a label describes: the patient's, the therapist's, both, or the frame. */
export function whoseOf(id: string): Whose {
  return BY_ID[id] ?? BY_FAMILY[id.split('-')[0] ?? ''] ?? 'both';
}
