import { chmodSync, mkdtempSync, readdirSync, rmSync, statfsSync } from "node:fs"
import { join } from "node:path"
import { atEnd } from "../machine/at-end.mjs"
import { checkDatabase } from "./check-database.mjs"
import { canReach, childUser } from "./child-user.mjs"
import { readableTmp } from "./readable-place.mjs"
import { startPostgres } from "./start-postgres.mjs"

// What the tests write need not survive a power cut.
const FAST = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_wal_size: "1GB" }

/** A folder in memory on Linux. A database is more than a thousand files: on a disk a clone of it takes a second or two. */
const MEMORY = "/dev/shm"
/** The write-ahead log and the databases of four stores, with room to spare. */
const ENOUGH_BYTES = 3 * 1024 ** 3
const PREFIX = "medusa-service-commerce-test-"

const environment = ({ host, port, user, password }) => ({
  DB_HOST: host,
  DB_PORT: String(port),
  DB_USERNAME: user,
  DB_PASSWORD: password,
  DATABASE_URL: `postgresql://${user}:${encodeURIComponent(password)}@${host}:${port}/postgres`,
})

const fromUrl = (text) => {
  const url = new URL(text)
  const { hostname: host, username, password } = url
  return environment({
    host,
    port: url.port || 5432,
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
  })
}

const given = () => {
  const { DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD, DATABASE_URL } = process.env
  if (DB_HOST) {
    return environment({
      host: DB_HOST,
      port: DB_PORT ?? 5432,
      user: DB_USERNAME ?? "postgres",
      password: DB_PASSWORD ?? "",
    })
  }
  return DATABASE_URL ? fromUrl(DATABASE_URL) : null
}

function hasRoom(folder) {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize >= ENOUGH_BYTES
  } catch {
    return false
  }
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === "EPERM"
  }
}

/** Gives back what a run that was killed has left: folders here bear the number of their process. */
function removeLeftovers(place) {
  for (const name of readdirSync(place).filter((entry) => entry.startsWith(PREFIX))) {
    const pid = Number(name.slice(PREFIX.length).split("-")[0])
    if (pid > 0 && !isRunning(pid)) {
      rmSync(join(place, name), { recursive: true, force: true })
    }
  }
}

/** Where the data of the tests' own server is: in memory if there is room, else on the disk. */
function testPlace(user) {
  const inMemory = process.platform === "linux" && hasRoom(MEMORY) && canReach(MEMORY, user)
  const place = inMemory ? MEMORY : readableTmp(user)
  removeLeftovers(place)
  return mkdtempSync(join(place, `${PREFIX}${process.pid}-`))
}

/**
 * A server where the tests make their own databases: the one that DB_HOST or DATABASE_URL names, or an embedded one that
 * is gone with all its data when the script ends. Returns the environment that names it.
 */
export async function testServer(project) {
  const server = given()
  if (server) {
    await checkDatabase(server.DATABASE_URL)
    return server
  }
  const user = childUser()
  const folder = testPlace(user)
  atEnd(() => rmSync(folder, { recursive: true, force: true }))
  chmodSync(folder, 0o755)
  return environment(await startPostgres({ project, dataDir: join(folder, "data"), user, settings: FAST }))
}
