/** Example cases to paste; invented, written for the demo. */
export const EXAMPLES = {
  withdrawal:
    'My client of eight months has gone quiet since I raised the fee. She used to arrive with a list; now she says "fine" and looks at the window until I ask something else. Last week I filled the silence with advice and felt my stomach sink. We are working on her panic at work. I asked about risk at the start of the month and there was nothing. I do not know how to bring it up without sounding as if I want to be let off.',
  confrontation:
    'He told me on Tuesday that I am "just like all the other professionals, ticking a box", then asked what the point of the worksheets was. I heard myself explain the model again, rather sharply. He has been angry with me for three weeks, ever since I was late twice in a row. No thoughts of harming himself or anybody, I asked again on Tuesday.',
  followUp:
    'New today: he agreed with every single thing I said, praised the worksheets, and changed the subject whenever I came near last week. I felt relieved and then uneasy.',
  downhill:
    'It began so well: for a year she called our work the best thing in her life. Then, step by step, it went downhill. Each session she is in more distress and needs more of me, she rages and then clings to me, and I have drawn back. We are both worn out and stuck for months, and neither of us sees a way back. I asked about risk on Monday and there was nothing.',
  identifiers:
    'My client Danielle Foster, 34, from Pawtucket, phone 401-555-0136, shrugs at every question and says it is fine whenever I mention the fee.',
  safety:
    'She said quietly that she has started to put the tablets aside and that it will be easier for everyone soon. I did not know what to say.',
} as const;
