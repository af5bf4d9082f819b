import { createHash } from "node:crypto"
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { databaseIdentity } from "../database/identity.mjs"
import { atEnd } from "../machine/at-end.mjs"
import { databaseState } from "../machine/local-state.mjs"
import { runCommand } from "../machine/run-command.mjs"
import { step } from "../machine/say.mjs"

const medusa = (project) => join(project, "node_modules", "@medusajs", "cli", "cli.js")

/** All that decides what a migration would do. */
function fingerprint(project) {
  const files = readdirSync(join(project, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)(migrations|links)\/.*\.ts$/.test(file))
    .sort()
    .map((file) => join("src", file))
  const hash = createHash("sha256")
  for (const file of ["package-lock.json", "medusa-config.ts", ...files].filter((file) =>
    existsSync(join(project, file)),
  )) {
    hash.update(file).update(readFileSync(join(project, file)))
  }
  return hash.digest("hex")
}

/** Migrates what is not migrated, and seeds the demo store once. Returns what the seed says of the store. */
export async function prepareStore(project, { env }) {
  const state = databaseState(project, await databaseIdentity(env.DATABASE_URL))
  const run = (args, also = {}) =>
    runCommand([process.execPath, medusa(project), ...args], {
      cwd: project,
      // No scheduled jobs while the store is being made.
      env: { ...env, ...also, MEDUSA_WORKER_MODE: "server" },
      quiet: true,
      mustPass: true,
    })

  const wanted = fingerprint(project)
  if (state.get().migrated !== wanted) {
    await step("Migrating the database (10 to 30 seconds)", () => run(["db:migrate", "--execute-safe-links"]))
    state.set({ migrated: wanted })
  }
  // A store of an earlier version gets what came since.
  if (!state.get().demo?.quick_order) {
    const folder = mkdtempSync(join(tmpdir(), "medusa-service-commerce-seed-"))
    atEnd(() => rmSync(folder, { recursive: true, force: true }))
    const DEMO_SUMMARY = join(folder, "summary.json")
    await step("Seeding the demo store (10 to 30 seconds)", () => run(["exec", "./demo/seed.ts"], { DEMO_SUMMARY }))
    state.set({ demo: JSON.parse(readFileSync(DEMO_SUMMARY, "utf8")) })
  }
  return state.get().demo
}
