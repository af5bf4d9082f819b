/** Progress for people: what happens now, how long it took, and a sign of life in between. */

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`

export function say(text) {
  process.stdout.write(`${text}\n`)
}

/** Stops the script with a plain message, without a stack trace. */
export class Stop extends Error {}

/** Runs a long step: says its name, repeats every ten seconds that it still runs, and says how long it took. */
export async function step(name, work) {
  const begun = performance.now()
  say(`· ${name} …`)
  const alive = setInterval(() => say(`  … still busy: ${name} (${seconds(begun)})`), 10_000)
  try {
    const result = await work()
    say(`✓ ${name} (${seconds(begun)})`)
    return result
  } finally {
    clearInterval(alive)
  }
}
