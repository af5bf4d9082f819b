/**
 * Splits a whole number of units by weights, by largest remainder: each part is rounded down, and what is left goes by
 * single units to those that lost most, ties to the earlier. Weights that are all zero split evenly. Neither may be
 * negative, and units need somebody to take them.
 */
export function splitUnits(units: bigint, weights: readonly bigint[]): bigint[] {
  const shares = weights.some((weight) => weight > 0n) ? weights : weights.map(() => 1n)
  const total = shares.reduce((all, share) => all + share, 0n)
  const parts = shares.map((share) => (units * share) / total)
  const left = Number(units - parts.reduce((all, part) => all + part, 0n))
  if (left === 0) {
    return parts
  }
  const remainders = shares.map((share) => (units * share) % total)
  // Array.sort is stable, so that ties stay in the order of the parts.
  const byRemainder = parts
    .map((_, index) => index)
    .sort((a, b) => compareUnits(remainders[b] ?? 0n, remainders[a] ?? 0n))
  const raised = new Set(byRemainder.slice(0, left))
  return parts.map((part, index) => (raised.has(index) ? part + 1n : part))
}

const compareUnits = (a: bigint, b: bigint): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0)
