import { spawnTied } from "./spawn-tied.mjs"
import { Stop } from "./say.mjs"

/**
 * Runs a command to its end, with its output shown or, where `quiet`, kept and shown only if it fails.
 * Returns its exit code; throws Stop for a failure where `mustPass`.
 */
export async function runCommand(command, { cwd, env, quiet = false, mustPass = false, signal = "TERM" }) {
  const output = []
  const stdio = quiet ? ["pipe", "pipe"] : ["inherit", "inherit"]
  const { child, ended } = spawnTied(command, { cwd, env: { ...process.env, ...env }, stdio, signal })
  child.stdout?.on("data", (chunk) => output.push(chunk))
  child.stderr?.on("data", (chunk) => output.push(chunk))
  const code = await ended
  if (code !== 0 && mustPass) {
    process.stdout.write(Buffer.concat(output))
    throw new Stop(`${command.join(" ")} failed (exit code ${code}).`)
  }
  return code
}
