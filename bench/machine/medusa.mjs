import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import { runCommand } from "../../scripts/machine/run-command.mjs"

export const PROJECT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
export const CLI = join(PROJECT, "node_modules", "@medusajs", "cli", "cli.js")

/** One line of log a request or an event would be measured, too. */
export const QUIET = {
  LOG_LEVEL: "error",
  MEDUSA_DISABLE_TELEMETRY: "true",
  NODE_ENV: "development",
  STORE_TIME_ZONE: "UTC",
  NODE_OPTIONS: "--no-warnings",
}

const medusa = (store, databaseUrl, args, env = {}) =>
  runCommand([process.execPath, "--expose-gc", CLI, ...args], {
    cwd: store,
    env: { ...QUIET, DATABASE_URL: databaseUrl, ...env },
    quiet: true,
    mustPass: true,
  })

/** Migrates a database for the store in this folder. */
export const migrate = (store, databaseUrl) =>
  medusa(store, databaseUrl, ["db:migrate", "--execute-safe-links"], { MEDUSA_WORKER_MODE: "server" })

/** Runs one script of `bench/` in the store's application, in a process of its own. Returns what it has written. */
export async function runScript(store, databaseUrl, { script, input = {}, env = {} }) {
  const folder = mkdtempSync(join(tmpdir(), "medusa-service-commerce-bench-"))
  const files = { BENCH_INPUT: join(folder, "input.json"), BENCH_OUTPUT: join(folder, "output.json") }
  try {
    writeFileSync(files.BENCH_INPUT, JSON.stringify(input))
    writeFileSync(files.BENCH_OUTPUT, "{}")
    await medusa(store, databaseUrl, ["exec", relative(store, join(PROJECT, "bench", script))], {
      ...env,
      ...files,
    })
    return JSON.parse(readFileSync(files.BENCH_OUTPUT, "utf8"))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
