import { rmSync } from "node:fs"
import { localFolder } from "../machine/local-state.mjs"
import { step, Stop } from "../machine/say.mjs"
import { checkDatabase } from "./check-database.mjs"
import { childUser } from "./child-user.mjs"
import { dataPlace } from "./readable-place.mjs"
import { startPostgres } from "./start-postgres.mjs"

const DATABASE = "store"

async function createDatabase(server) {
  const { default: pg } = await import("pg")
  const client = new pg.Client({ connectionString: `${server}/postgres` })
  await client.connect()
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [DATABASE])
    if (rowCount === 0) {
      await client.query(`create database ${DATABASE}`)
    }
  } finally {
    await client.end()
  }
}

/** The database of the demo store: the one that DATABASE_URL names, or an embedded one that keeps its data. Returns its URL. */
export async function devServer(project, { fresh }) {
  const given = process.env.DATABASE_URL
  if (given) {
    if (fresh) {
      throw new Stop("--fresh empties the embedded database only. Empty the one of DATABASE_URL yourself, or unset it.")
    }
    await step("Connecting to the database of DATABASE_URL", () => checkDatabase(given))
    return given
  }
  localFolder(project)
  const user = childUser()
  const dataDir = dataPlace(project, user)
  if (fresh) {
    rmSync(dataDir, { recursive: true, force: true })
  }
  return step("Starting PostgreSQL", async () => {
    const { host, port, user: name, password } = await startPostgres({ project, dataDir, user })
    const server = `postgresql://${name}:${password}@${host}:${port}`
    await createDatabase(server)
    return `${server}/${DATABASE}`
  })
}
