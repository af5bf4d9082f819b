import { createHash } from "node:crypto"
import { cpSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Stop } from "../machine/say.mjs"
import { canReach } from "./child-user.mjs"

/** A folder for temporary files that this user can enter. */
export function readableTmp(user) {
  const place = [tmpdir(), "/tmp", "/var/tmp"].find((folder) => canReach(folder, user))
  if (!place) {
    throw new Stop("The database's user can enter no folder for temporary files. Set DATABASE_URL.")
  }
  return place
}

/** A folder of this project outside it, for a user who cannot enter the project. Nobody else may have made it. */
function outsidePlace(project, user) {
  const key = createHash("sha256").update(project).digest("hex").slice(0, 16)
  const place = join(readableTmp(user), `medusa-service-commerce-${key}`)
  mkdirSync(place, { recursive: true, mode: 0o755 })
  const found = lstatSync(place)
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    throw new Stop(`${place} belongs to somebody else; remove it, or set DATABASE_URL.`)
  }
  return place
}

/** Where the database's files stay: in the project or, where its user cannot enter that, outside. */
export function dataPlace(project, user) {
  return join(canReach(project, user) ? join(project, ".dev") : outsidePlace(project, user), "postgres")
}

/**
 * The PostgreSQL programs where the database's user can execute them: as installed or, where a folder above is closed
 * to that user, a copy outside the project.
 */
export function executableBinaries(native, { project, user, version }) {
  if (canReach(join(native, "bin", "postgres"), user)) {
    return native
  }
  const copy = join(outsidePlace(project, user), `postgresql-${version}`)
  if (!existsSync(copy)) {
    // Copied aside and renamed, so that a half copy is never taken for a whole one.
    const unfinished = `${copy}.unfinished`
    rmSync(unfinished, { recursive: true, force: true })
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
    renameSync(unfinished, copy)
  }
  if (!canReach(join(copy, "bin", "postgres"), user)) {
    throw new Stop(`PostgreSQL cannot be executed in ${copy} (is it mounted noexec?). Set TMPDIR or DATABASE_URL.`)
  }
  return copy
}
