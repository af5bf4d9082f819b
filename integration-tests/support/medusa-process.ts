import { spawn } from "child_process"
import { appendFileSync } from "fs"
import { createServer } from "net"
import { join } from "path"

const BOOT_MS = 600_000

export interface StoreFolder {
  /** Where the store's medusa-config and node_modules are. */
  folder: string
  env: Record<string, string>
  /** A file that keeps what the processes say. */
  log?: string
}

export interface MedusaProcess {
  url: string
  port: number
  stop: () => Promise<void>
}

const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const server = createServer()
    server.once("error", failed)
    server.listen(0, () => {
      const address = server.address()
      server.close(() => (address && typeof address === "object" ? found(address.port) : failed(new Error("no port"))))
    })
  })

function launch({ folder, env, log }: StoreFolder, args: string[]) {
  const cli = join(folder, "node_modules", "@medusajs", "cli", "cli.js")
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: folder,
    env: { ...process.env, NODE_OPTIONS: "", NODE_ENV: "development", LOG_LEVEL: "warn", TEST_TYPE: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  })
  let words = ""
  const hear = (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-20_000)
    if (log) {
      appendFileSync(log, chunk)
    }
  }
  child.stdout.on("data", hear)
  child.stderr.on("data", hear)
  const ended = new Promise<number | null>((end) => child.once("close", (code) => end(code)))
  return { child, ended, words: () => words }
}

/** Runs one command of Medusa to its end, such as `db:migrate`. */
export async function runMedusa(store: StoreFolder, ...args: string[]): Promise<void> {
  const { ended, words } = launch(store, args)
  if ((await ended) !== 0) {
    throw new Error(`medusa ${args.join(" ")} failed:\n${words()}`)
  }
}

/** Starts a store's process, on a free port unless one is given, and waits until it answers. */
export async function startMedusa(store: StoreFolder, wanted?: number): Promise<MedusaProcess> {
  const port = wanted ?? (await freePort())
  const url = `http://localhost:${port}`
  const ports = { HMR_PORT: String(await freePort()), ADMIN_CORS: url, AUTH_CORS: url, STORE_CORS: url }
  const { child, ended, words } = launch({ ...store, env: { ...ports, ...store.env } }, [
    "start",
    "--port",
    String(port),
  ])
  const stop = async () => {
    child.kill("SIGKILL")
    await ended
  }
  const last = Date.now() + BOOT_MS
  while (child.exitCode === null && Date.now() < last) {
    const answer = await fetch(`${url}/health`).catch(() => null)
    if (answer?.ok) {
      return { url, port, stop }
    }
    await new Promise((later) => setTimeout(later, 300))
  }
  await stop()
  throw new Error(`The store did not start:\n${words()}`)
}
