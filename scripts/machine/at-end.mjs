/** What must be undone when the script ends, however it ends. */
const tasks = []
let ending = null

/** Remembers what to do at the end; the last remembered is done first. */
export function atEnd(task) {
  tasks.push(task)
}

/** Does all that was remembered, once. */
export function runEnd() {
  ending ??= (async () => {
    for (const task of tasks.reverse()) {
      await task()
    }
  })()
  return ending
}

/**
 * Runs the script: ends it well after `main`, after a failure, and when it is asked to end (Ctrl-C, SIGTERM, a closed
 * terminal, or a parent such as npm that is gone without a word).
 *
 * @param {() => Promise<number>} main gives the exit code
 * @param {(error: Error) => string} explain
 */
export async function runScript(main, explain) {
  let leaving = false
  const leave = async (code) => {
    if (!leaving) {
      leaving = true
      await runEnd()
      process.exit(code)
    }
  }
  process.on("SIGINT", () => void leave(130))
  process.on("SIGTERM", () => void leave(143))
  process.on("SIGHUP", () => void leave(129))
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && void leave(1), 1000).unref()
  try {
    await leave(await main())
  } catch (error) {
    if (!leaving) {
      process.stderr.write(`\n${explain(error)}\n`)
    }
    await leave(1)
  }
}
