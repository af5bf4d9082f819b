import { join } from "node:path"
import { atEnd } from "../machine/at-end.mjs"
import { spawnTied } from "../machine/spawn-tied.mjs"
import { Stop } from "../machine/say.mjs"

const isUp = (port) =>
  fetch(`http://localhost:${port}/health`, { signal: AbortSignal.timeout(2000) }).then(
    (answer) => answer.ok,
    () => false,
  )

/** Starts Medusa with the admin. What it prints while it boots is shown only if it fails; from then on, all of it. */
export function runStore(project, { env, port, host }) {
  const cli = join(project, "node_modules", "@medusajs", "cli", "cli.js")
  const tied = spawnTied([process.execPath, cli, "start", "--port", String(port), "--host", host], {
    cwd: project,
    env: { ...process.env, ...env, NODE_ENV: "development" },
    stdio: ["pipe", "pipe"],
    signal: "TERM",
  })
  const boot = []
  let up = false
  const show = (chunk) => (up ? process.stdout.write(chunk) : boot.push(chunk))
  tied.child.stdout.on("data", show)
  tied.child.stderr.on("data", show)

  // What breaks off while it is being stopped (the admin's bundler, say) is nobody's concern.
  atEnd(() => {
    up = false
  })

  let gone = false
  void tied.ended.then(() => (gone = true))
  const ready = async () => {
    while (!(await isUp(port))) {
      if (gone) {
        process.stdout.write(Buffer.concat(boot))
        throw new Stop("Medusa did not start; its own words are above.")
      }
      await new Promise((done) => setTimeout(done, 200))
    }
    up = true
  }
  return { ready, ended: tied.ended }
}
