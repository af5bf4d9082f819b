import { freePort } from "../../scripts/machine/free-port.mjs"
import { Stop } from "../../scripts/machine/say.mjs"
import { spawnTied } from "../../scripts/machine/spawn-tied.mjs"
import { CLI, QUIET } from "./medusa.mjs"

const isUp = (address) =>
  fetch(`${address}/health`, { signal: AbortSignal.timeout(2000) }).then(
    (answer) => answer.ok,
    () => false,
  )

/** Starts the store in this folder as a process of its own, jobs and subscribers included. */
export async function startStore(store, databaseUrl) {
  const port = await freePort()
  const { child, ended, stop } = spawnTied([process.execPath, CLI, "start", "--port", String(port)], {
    cwd: store,
    env: { ...process.env, ...QUIET, DATABASE_URL: databaseUrl },
    stdio: ["pipe", "pipe"],
    signal: "TERM",
  })
  const output = []
  child.stdout.on("data", (chunk) => output.push(chunk))
  child.stderr.on("data", (chunk) => output.push(chunk))
  let gone = false
  void ended.then(() => (gone = true))

  const address = `http://localhost:${port}`
  while (!(await isUp(address))) {
    if (gone) {
      throw new Stop(`The store in ${store} did not start:\n${Buffer.concat(output)}`)
    }
    await new Promise((done) => setTimeout(done, 200))
  }
  return { address, stop }
}
