import { spawn } from "node:child_process"
import { atEnd } from "./at-end.mjs"

// When our end of the pipe closes, however we ended (kill -9 included), the command is asked to end, and then made to.
const LIFELINE = `
signal=$1; shift
exec 3<&0
"$@" </dev/null &
command=$!
(cat <&3; kill -$signal $command; sleep 10; kill -KILL $command) >/dev/null 2>&1 &
lifeline=$!
wait $command
code=$?
kill $lifeline 2>/dev/null
exit $code`

/**
 * Starts a command whose life is tied to ours. It is in a session of its own: Ctrl-C reaches this script alone, which
 * then stops what it started, the last first.
 *
 * @param {string[]} command the program and its arguments
 * @param {{ signal: "INT" | "TERM" | "KILL", stdio: [string, string], patienceMs?: number } & object} options `stdio` of output
 *   and errors; the rest is spawn's
 */
export function spawnTied(command, { signal, stdio, patienceMs = 15_000, ...options }) {
  const child = spawn("/bin/sh", ["-c", LIFELINE, "sh", signal, ...command], {
    ...options,
    detached: true,
    stdio: ["pipe", ...stdio],
  })
  // "close": the output is complete, too.
  const ended = new Promise((done, failed) => child.once("error", failed).once("close", (code) => done(code ?? 1)))
  ended.catch(() => undefined)
  child.once("exit", () => child.stdin.end())
  child.stdin.on("error", () => undefined)

  /** Asks the command to end, waits until it has, and ends it by force when it takes too long. */
  const stop = async () => {
    child.stdin.end()
    const force = setTimeout(() => process.kill(-child.pid, "SIGKILL"), patienceMs)
    await ended.catch(() => undefined)
    clearTimeout(force)
  }
  atEnd(stop)
  return { child, ended, stop }
}
