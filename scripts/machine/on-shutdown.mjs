/**
 * Calls `stop` once when the script is asked to end: Ctrl-C, SIGTERM, a closed terminal, or a parent (npm) that is
 * gone without a word.
 */
export function onShutdown(stop) {
  let stopping = false
  const end = async (code) => {
    if (stopping) {
      return
    }
    stopping = true
    await stop()
    process.exit(code)
  }
  process.on("SIGINT", () => void end(130))
  process.on("SIGTERM", () => void end(143))
  process.on("SIGHUP", () => void end(129))
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && void end(1), 1000).unref()
}
