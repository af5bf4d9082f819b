import { Client } from "pg"

const server = () => ({
  host: process.env.DB_HOST ?? "localhost",
  port: Number(process.env.DB_PORT ?? 5432),
  user: process.env.DB_USERNAME ?? "postgres",
  password: process.env.DB_PASSWORD ?? "",
})

/** Runs statements on the tests' server: in a database that is named, or outside of any store's. */
export async function onServer(statements: string[], database = "postgres"): Promise<void> {
  const client = new Client({ ...server(), database })
  await client.connect()
  try {
    for (const statement of statements) {
      await client.query(statement)
    }
  } finally {
    await client.end()
  }
}

export interface TestDatabase {
  name: string
  url: string
  drop: () => Promise<void>
}

/** A database for processes of a store, empty or a clone of a template; dropped with whatever is still connected to it. */
export async function createTestDatabase(name: string, template?: string): Promise<TestDatabase> {
  const database = `${name}_${process.pid}`
  const drop = `drop database if exists ${database} with (force)`
  await onServer([drop, `create database ${database}${template ? ` template "${template}"` : ""}`])
  const { host, port, user, password } = server()
  const url = `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`
  return { name: database, url, drop: () => onServer([drop]) }
}
