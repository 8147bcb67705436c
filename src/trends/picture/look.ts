/** How the picture looks: sizes in pixels at its full width. */
export const LOOK = {
  width: 1200,
  padding: 48,
  font: 'Atkinson Hyperlegible',
  /** Dark enough on white for small letters (contrast 12:1). */
  ink: '#23383e',
  /** Contrast 5.4:1. */
  quiet: '#5d6b70',
  grid: '#d9e0e2',
  bar: '#2f6f7e',
  paper: '#ffffff',
  titleSize: 44,
  headingSize: 32,
  labelSize: 28,
  smallSize: 24,
} as const;

/** Width of what is drawn between the paddings. */
export const INNER = LOOK.width - 2 * LOOK.padding;
