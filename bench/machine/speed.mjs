/**
 * What the fixed loop below takes on the machine for which the absolute limits were set, in milliseconds. It says nothing
 * about the product: a limit in milliseconds means little without the machine that it is measured on.
 */
const REFERENCE_MS = 100

const ROUNDS = 7
const TURNS = 240_000

/** Integers of many digits, strings and objects: what exact amounts, rows and JSON cost. */
function fixedWork() {
  let sum = 0n
  let length = 0
  for (let turn = 1; turn <= TURNS; turn++) {
    sum = (sum + 12_345_678_901_234_567n * BigInt(turn)) % 1_000_000_000_000_000_003n
    length += JSON.stringify({ id: `line_${turn}`, amount: String(sum), parts: [turn, turn + 1] }).length
  }
  return length
}

/** The quickest of some rounds, in milliseconds: the machine at its best, whatever else it does. */
export function machineSpeed() {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const begun = performance.now()
    fixedWork()
    return performance.now() - begun
  })
  return Math.min(...rounds)
}

/** An absolute limit, as it is on this machine: twice as high where the fixed loop takes twice as long. */
export const scaledLimit = (limit, speed) => limit * (speed / REFERENCE_MS)
