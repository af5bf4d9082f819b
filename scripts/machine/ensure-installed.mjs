import { spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { step, Stop } from "./say.mjs"

const MARK = ".installed-from"

const checkNode = () => {
  const [major, minor] = process.versions.node.split(".").map(Number)
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22
  if (!fits) {
    throw new Stop(
      `Node ${process.versions.node} is too old or not supported: it takes 20.19 or later, or 22.12 or later.`,
    )
  }
}

const modified = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0)

const isInstalled = (project, lockHash) => {
  const mark = join(project, "node_modules", MARK)
  if (existsSync(mark)) {
    return readFileSync(mark, "utf8") === lockHash
  }
  const installed = modified(join(project, "node_modules", ".package-lock.json"))
  return installed > 0 && installed >= modified(join(project, "package-lock.json"))
}

const runNpm = (project, args) =>
  new Promise((done, failed) => {
    // npm names itself here when it runs this script; so the same npm is used.
    const npm = process.env.npm_execpath
    const [command, first] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []]
    const child = spawn(command, [...first, ...args], { cwd: project, stdio: ["ignore", "inherit", "inherit"] })
    child.on("error", (error) => failed(new Stop(`npm could not be started: ${error.message}`)))
    child.on("exit", (code) =>
      code === 0 ? done() : failed(new Stop(`npm ${args.join(" ")} failed (exit code ${code}).`)),
    )
  })

/**
 * Installs the packages when there are none, or when the lock file has changed since. It uses nothing but Node, as it
 * runs before anything is there.
 */
export async function ensureInstalled(project) {
  checkNode()
  const lockFile = join(project, "package-lock.json")
  const locked = existsSync(lockFile)
  const lockHash = locked ? createHash("sha256").update(readFileSync(lockFile)).digest("hex") : ""
  if (locked && isInstalled(project, lockHash)) {
    return
  }
  await step("Installing the packages (about 850 MB, one to three minutes)", () =>
    runNpm(project, [locked ? "ci" : "install", "--no-audit", "--no-fund", "--loglevel=error"]),
  )
  writeFileSync(join(project, "node_modules", MARK), lockHash)
}
