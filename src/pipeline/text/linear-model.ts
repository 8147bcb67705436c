/** Weights of a one-against-rest linear classifier, a byte each; a feature is a row of them. */
export interface LinearWeights {
  readonly labels: readonly string[];
  /** Number of rows times `labels.length` weights, row by row, each to be multiplied by `scale[label]`. */
  readonly weights: Int8Array;
  readonly scale: Float32Array;
  readonly bias: Float32Array;
  /** How telling each row is (inverse document frequency); multiplies counts before scaling to length one. */
  readonly telling: Float32Array;
}

/** A linear classifier that knows its features by name. */
export interface LinearModel extends LinearWeights {
  /** Names of the rows in their order. */
  readonly features: readonly string[];
}

/** The part of a linear model that is kept as JSON beside its bytes. */
export interface LinearHeader {
  readonly labels: readonly string[];
  readonly features: readonly string[];
}

/** Turns a score in log-odds into a probability. */
export const probability = (score: number): number => 1 / (1 + Math.exp(-score));

/** Bytes of a model: scale and bias and telling as 32-bit floats, then the weights. */
export function encodeLinear(model: LinearWeights): Uint8Array {
  const floats = [model.scale, model.bias, model.telling];
  const size = floats.reduce((sum, part) => sum + part.byteLength, 0) + model.weights.byteLength;
  const out = new Uint8Array(size);
  let at = 0;
  for (const part of [...floats, model.weights]) {
    out.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return out;
}

/** Reads what `encodeLinear` wrote; returns null when the sizes do not fit the header. */
export function decodeLinear(header: LinearHeader, bytes: Uint8Array): LinearModel | null {
  const labels = header.labels.length;
  const features = header.features.length;
  const floats = 4 * (2 * labels + features);
  if (bytes.byteLength !== floats + labels * features) return null;
  const aligned = bytes.slice().buffer;
  return {
    labels: header.labels,
    features: header.features,
    scale: new Float32Array(aligned, 0, labels),
    bias: new Float32Array(aligned, 4 * labels, labels),
    telling: new Float32Array(aligned, 8 * labels, features),
    weights: new Int8Array(aligned, floats),
  };
}
