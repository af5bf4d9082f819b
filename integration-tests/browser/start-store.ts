import { spawn, type ChildProcess } from "child_process"
import { createWriteStream, mkdirSync } from "fs"
import { createServer } from "net"
import { join, resolve } from "path"
import { Client } from "pg"

const PROJECT = resolve(__dirname, "../..")
export const OUTPUT = join(__dirname, "output")
const MEDUSA = join(PROJECT, "node_modules", "@medusajs", "cli", "cli.js")
const BOOT_MS = 180_000

/** A real server process with the admin in it, on a database of its own. */
export interface RunningStore {
  url: string
  admin: { email: string; password: string }
  /** For what no shop can do over HTTP: how the demo payment provider answers. */
  sql: (statement: string) => Promise<void>
  stop: () => Promise<void>
}

const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const server = createServer()
    server.once("error", failed)
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() => (address && typeof address === "object" ? found(address.port) : failed(new Error("no port"))))
    })
  })

const databaseServer = () => ({
  host: process.env.DB_HOST ?? "localhost",
  port: Number(process.env.DB_PORT ?? 5432),
  user: process.env.DB_USERNAME ?? "postgres",
  password: process.env.DB_PASSWORD ?? "",
})

async function onDatabase(database: string, ...statements: string[]): Promise<void> {
  const client = new Client({ ...databaseServer(), database })
  await client.connect()
  try {
    for (const statement of statements) {
      await client.query(statement)
    }
  } finally {
    await client.end()
  }
}

function runMedusa(args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  const child = spawn(process.execPath, [MEDUSA, ...args], { cwd: PROJECT, env, stdio: ["ignore", "pipe", "pipe"] })
  const log = createWriteStream(join(OUTPUT, "store.log"), { flags: "a" })
  child.stdout.pipe(log, { end: false })
  child.stderr.pipe(log, { end: false })
  return child
}

const done = (child: ChildProcess, what: string): Promise<void> =>
  new Promise((ended, failed) => {
    child.once("error", failed)
    child.once("exit", (code) =>
      code === 0 ? ended() : failed(new Error(`${what} ended with ${code}: output/store.log`)),
    )
  })

async function untilHealthy(url: string, server: ChildProcess): Promise<void> {
  const last = Date.now() + BOOT_MS
  while (Date.now() < last) {
    if (server.exitCode !== null) {
      throw new Error(`The store ended with ${server.exitCode}: output/store.log`)
    }
    const answer = await fetch(`${url}/health`).catch(() => null)
    if (answer?.ok) {
      return
    }
    await new Promise((later) => setTimeout(later, 500))
  }
  throw new Error(`The store was not up after ${BOOT_MS / 1000} s: output/store.log`)
}

/** Makes a database, migrates it, makes an admin user, and starts the repository's own store on a free port. */
export async function startStore(): Promise<RunningStore> {
  mkdirSync(OUTPUT, { recursive: true })
  const port = await freePort()
  const url = `http://localhost:${port}`
  const database = `msc_browser_${process.pid}`
  const { host, port: databasePort, user, password } = databaseServer()
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DATABASE_URL: `postgres://${user}:${encodeURIComponent(password)}@${host}:${databasePort}/${database}`,
    NODE_ENV: "development",
    NODE_OPTIONS: "",
    LOG_LEVEL: "warn",
    MEDUSA_WORKER_MODE: "shared",
    MEDUSA_DISABLE_TELEMETRY: "true",
    HMR_PORT: String(await freePort()),
    ADMIN_CORS: url,
    AUTH_CORS: url,
    STORE_CORS: url,
  }
  const admin = { email: "admin@example.com", password: "a-password-for-tests" }
  await onDatabase("postgres", `drop database if exists ${database}`, `create database ${database}`)
  await done(runMedusa(["db:migrate", "--skip-scripts", "--execute-safe-links"], env), "db:migrate")
  await done(runMedusa(["user", "-e", admin.email, "-p", admin.password], env), "user")
  const server = runMedusa(["start", "--port", String(port)], env)

  const stop = async () => {
    if (server.exitCode === null) {
      const gone = new Promise((ended) => server.once("exit", ended))
      server.kill("SIGKILL")
      await gone
    }
    await onDatabase("postgres", `drop database if exists ${database} with (force)`)
  }
  try {
    await untilHealthy(url, server)
  } catch (error) {
    await stop()
    throw error
  }
  return { url, admin, stop, sql: (statement) => onDatabase(database, statement) }
}
