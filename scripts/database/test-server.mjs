import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { join } from "node:path"
import { atEnd } from "../machine/at-end.mjs"
import { checkDatabase } from "./check-database.mjs"
import { childUser } from "./child-user.mjs"
import { readableTmp } from "./readable-place.mjs"
import { startPostgres } from "./start-postgres.mjs"

// What the tests write need not survive a power cut.
const FAST = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_wal_size: "4GB" }

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
  const folder = mkdtempSync(join(readableTmp(user), "medusa-service-commerce-test-"))
  atEnd(() => rmSync(folder, { recursive: true, force: true }))
  chmodSync(folder, 0o755)
  return environment(await startPostgres({ project, dataDir: join(folder, "data"), user, settings: FAST }))
}
