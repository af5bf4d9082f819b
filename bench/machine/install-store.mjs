import { existsSync } from "node:fs"
import { join } from "node:path"
import { runCommand } from "../../scripts/machine/run-command.mjs"

const npm = () => {
  const own = process.env.npm_execpath
  return own?.endsWith(".js") ? [process.execPath, own] : ["npm"]
}

/**
 * Installs what a store of the bench adds to the repository's packages, in its own folder and outside of git. Medusa
 * itself is found where it is: above, in the repository.
 */
export async function installStore(store, packageName) {
  if (existsSync(join(store, "node_modules", packageName))) {
    return
  }
  const only = ["--omit=dev", "--legacy-peer-deps", "--no-package-lock", "--ignore-scripts"]
  await runCommand([...npm(), "install", ...only, "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: store,
    quiet: true,
    mustPass: true,
  })
}
