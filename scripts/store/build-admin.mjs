import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { localFolder } from "../machine/local-state.mjs"
import { runCommand } from "../machine/run-command.mjs"

/** What the admin is built of; the pages import nothing else of the project. */
const SOURCES = ["src/admin", "src/contracts", "src/rules", "package-lock.json", "medusa-config.ts"]

const filesOf = (path) =>
  path.includes(".")
    ? [path]
    : readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
        .sort()

function fingerprintOf(project) {
  const hash = createHash("sha256")
  for (const file of SOURCES.flatMap((source) => filesOf(join(project, source)))) {
    hash.update(relative(project, file)).update("\0").update(readFileSync(file)).update("\0")
  }
  return hash.digest("hex")
}

/** Where `medusa start` looks for the admin outside of development. */
function linkTo(built, served) {
  rmSync(served, { recursive: true, force: true })
  mkdirSync(dirname(served), { recursive: true })
  symlinkSync(relative(dirname(served), built), served)
}

/**
 * Builds the admin as a merchant's store serves it, unless it is built of these very sources already. A page of it loads
 * in a fraction of the time that the development server takes for its thousands of modules.
 */
export async function buildAdmin(project) {
  const built = join(project, ".medusa", "admin")
  const note = join(localFolder(project), "admin-build.txt")
  const fingerprint = fingerprintOf(project)
  const isCurrent =
    existsSync(join(built, "index.html")) && existsSync(note) && readFileSync(note, "utf8") === fingerprint
  if (!isCurrent) {
    rmSync(note, { force: true })
    await runCommand(
      [
        process.execPath,
        join(project, "node_modules", "@medusajs", "cli", "cli.js"),
        "build",
        "--admin-only",
        "--no-lint",
      ],
      { cwd: project, env: { MEDUSA_DISABLE_TELEMETRY: "true" }, quiet: true, mustPass: true },
    )
    // The command also writes types of this store's graph, which the plugin's own sources must not depend on.
    rmSync(join(project, ".medusa", "types"), { recursive: true, force: true })
    writeFileSync(note, fingerprint)
  }
  linkTo(built, join(project, "public", "admin"))
}
