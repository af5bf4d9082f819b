import { mkdirSync } from "fs"
import { join, resolve } from "path"
import { runMedusa, startMedusa } from "../support/medusa-process"
import { createTestDatabase, onServer } from "../support/test-database"

export const OUTPUT = join(__dirname, "output")

/** A real server process with the admin in it, on a database of its own. */
export interface RunningStore {
  url: string
  admin: { email: string; password: string }
  /** For what no shop can do over HTTP: how the demo payment provider answers. */
  sql: (statement: string) => Promise<void>
  stop: () => Promise<void>
}

/** Makes a database, migrates it, makes an admin user, and starts the repository's own store on a free port. */
export async function startStore(): Promise<RunningStore> {
  mkdirSync(OUTPUT, { recursive: true })
  const database = await createTestDatabase("msc_browser")
  const store = {
    folder: resolve(__dirname, "../.."),
    env: { DATABASE_URL: database.url, MEDUSA_WORKER_MODE: "shared", MEDUSA_DISABLE_TELEMETRY: "true" },
    log: join(OUTPUT, "store.log"),
  }
  const admin = { email: "admin@example.com", password: "a-password-for-tests" }
  await runMedusa(store, "db:migrate", "--skip-scripts", "--execute-safe-links")
  await runMedusa(store, "user", "-e", admin.email, "-p", admin.password)
  try {
    const server = await startMedusa(store)
    const stop = () => server.stop().then(database.drop)
    return { url: server.url, admin, stop, sql: (statement) => onServer([statement], database.name) }
  } catch (error) {
    await database.drop()
    throw error
  }
}
