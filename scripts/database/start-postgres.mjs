import { spawnSync } from "node:child_process"
import { randomBytes } from "node:crypto"
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { freePort } from "../machine/free-port.mjs"
import { spawnTied } from "../machine/spawn-tied.mjs"
import { Stop } from "../machine/say.mjs"
import { installedBinaries } from "./installed-binaries.mjs"
import { executableBinaries } from "./readable-place.mjs"

const READY = "database system is ready to accept connections"

function initialise(native, { dataDir, user, password }) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const folder = mkdtempSync(join(tmpdir(), "pg-"))
  const passwordFile = join(folder, "password")
  writeFileSync(passwordFile, password, { mode: 0o600 })
  for (const path of user.uid === undefined ? [] : [dataDir, folder, passwordFile]) {
    chownSync(path, user.uid, user.gid)
  }
  const args = [`--pgdata=${dataDir}`, "--auth=scram-sha-256", "--username=postgres", `--pwfile=${passwordFile}`]
  const locale = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
  const result = spawnSync(join(native, "bin", "initdb"), [...args, ...locale], { ...user, cwd: "/", encoding: "utf8" })
  rmSync(folder, { recursive: true, force: true })
  if (result.status !== 0) {
    rmSync(dataDir, { recursive: true, force: true })
    throw new Stop(`The database could not be made in ${dataDir}: ${result.error?.message ?? result.stderr}`)
  }
}

function checkOwner(dataDir, user) {
  const owner = existsSync(dataDir) ? statSync(dataDir).uid : undefined
  if (owner !== undefined && owner !== (user.uid ?? process.getuid?.())) {
    throw new Stop(`${dataDir} was made by another user (uid ${owner}). Start as that user, or remove the folder.`)
  }
}

/** Stops a server that an earlier run left behind (the machine lost power, both processes were killed). */
function stopLeftover(native, { dataDir, user }) {
  if (existsSync(join(dataDir, "postmaster.pid"))) {
    spawnSync(join(native, "bin", "pg_ctl"), ["stop", "-D", dataDir, "-m", "fast", "-w", "-t", "20"], {
      ...user,
      cwd: "/",
    })
  }
}

function serve(native, { dataDir, user, port, settings }) {
  const all = { listen_addresses: "localhost", unix_socket_directories: "", max_connections: 200, ...settings }
  const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`])
  const server = [join(native, "bin", "postgres"), "-D", dataDir, "-p", String(port), ...flags]
  const tied = spawnTied(server, { ...user, cwd: "/", stdio: ["ignore", "pipe"], signal: "INT" })
  const ready = new Promise((done, failed) => {
    let said = ""
    tied.child.stderr.on("data", (chunk) => {
      said = (said + chunk).slice(-4000)
      if (said.includes(READY)) {
        done()
      }
    })
    tied.child.once("error", failed)
    tied.child.once("close", () => failed(new Stop(`The embedded PostgreSQL did not start:\n${said}`)))
  })
  return ready
}

/**
 * Starts the embedded PostgreSQL on a free port, with its data in `dataDir` (made where there is none, with its password
 * beside it) and owned by `user` (see childUser). It stops when the script ends.
 *
 * @param {{ project: string, dataDir: string, user: { uid?: number, gid?: number }, settings?: object }} options
 * @returns {Promise<{ host: string, port: number, user: string, password: string }>}
 */
export async function startPostgres({ project, dataDir, user, settings }) {
  const installed = await installedBinaries()
  const native = executableBinaries(installed.native, { project, user, version: installed.version })
  const passwordFile = `${dataDir}.password`
  checkOwner(dataDir, user)
  if (!existsSync(join(dataDir, "PG_VERSION"))) {
    const password = randomBytes(24).toString("hex")
    initialise(native, { dataDir, user, password })
    writeFileSync(passwordFile, password)
    chmodSync(passwordFile, 0o600)
  }
  stopLeftover(native, { dataDir, user })
  const port = await freePort()
  await serve(native, { dataDir, user, port, settings })
  return { host: "localhost", port, user: "postgres", password: readFileSync(passwordFile, "utf8") }
}
