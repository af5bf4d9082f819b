import { spawn } from "node:child_process"
import { Stop } from "./say.mjs"

/**
 * Runs a command to its end, with its output shown or, where `quiet`, kept and shown only if it fails.
 * Returns its exit code; throws Stop for a failure where `mustPass`.
 */
export function runCommand(command, args, { cwd, env, quiet = false, mustPass = false, onStart } = {}) {
  return new Promise((done, failed) => {
    const output = []
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
    })
    onStart?.(child)
    child.stdout?.on("data", (chunk) => output.push(chunk))
    child.stderr?.on("data", (chunk) => output.push(chunk))
    child.on("error", failed)
    child.on("close", (code, signal) => {
      if (code === 0 || !mustPass) {
        return done(code ?? 1)
      }
      process.stdout.write(Buffer.concat(output))
      failed(new Stop(`${[command, ...args].join(" ")} failed (${signal ?? `exit code ${code}`}).`))
    })
  })
}
