import { mkdirSync } from "fs"
import { join, resolve } from "path"
import { startMedusa } from "../support/medusa-process"
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

/** Not development, so that the store serves the admin that was built before (scripts/store/build-admin.mjs). */
const NODE_ENV = "test"

/** What `npm run test:browser` has made before: a migrated database with an admin user in it. */
function prepared(): { template: string; admin: RunningStore["admin"] } {
  const { TEST_TEMPLATE, TEST_ADMIN_EMAIL, TEST_ADMIN_PASSWORD } = process.env
  if (!TEST_TEMPLATE || !TEST_ADMIN_EMAIL || !TEST_ADMIN_PASSWORD) {
    throw new Error("Browser tests need an admin that was built and a database: run them by npm run test:browser")
  }
  return { template: TEST_TEMPLATE, admin: { email: TEST_ADMIN_EMAIL, password: TEST_ADMIN_PASSWORD } }
}

/** Clones the prepared database, and starts the repository's own store on a free port. */
export async function startStore(): Promise<RunningStore> {
  mkdirSync(OUTPUT, { recursive: true })
  const { template, admin } = prepared()
  const database = await createTestDatabase("msc_browser", template)
  const store = {
    folder: resolve(__dirname, "../.."),
    env: { NODE_ENV, DATABASE_URL: database.url, MEDUSA_WORKER_MODE: "shared", MEDUSA_DISABLE_TELEMETRY: "true" },
    log: join(OUTPUT, `${database.name}.log`),
  }
  try {
    const server = await startMedusa(store)
    const stop = () => server.stop().then(database.drop)
    return { url: server.url, admin, stop, sql: (statement) => onServer([statement], database.name) }
  } catch (error) {
    await database.drop()
    throw error
  }
}
