import { join } from "node:path"
import { atEnd } from "../machine/at-end.mjs"
import { runCommand } from "../machine/run-command.mjs"

async function onServer(url, statement) {
  const { default: pg } = await import("pg")
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/**
 * A migrated, empty database of the store, made once for a run: each store that the tests boot gets a clone of it, which
 * takes a tenth of a second. It is gone when the script ends. Returns the environment that names it.
 *
 * @param {{ DATABASE_URL: string }} server see testServer
 */
export async function testTemplate(project, server) {
  const name = `medusa-service-commerce-template-${process.pid}`
  const drop = () => onServer(server.DATABASE_URL, `drop database if exists "${name}" with (force)`)
  await onServer(server.DATABASE_URL, `create database "${name}"`)
  atEnd(() => drop().catch(() => undefined))
  const url = new URL(server.DATABASE_URL)
  url.pathname = `/${name}`
  const cli = join(project, "node_modules", "@medusajs", "cli", "cli.js")
  await runCommand([process.execPath, cli, "db:migrate", "--execute-safe-links", "--skip-scripts"], {
    cwd: project,
    env: { DATABASE_URL: url.href, MEDUSA_DISABLE_TELEMETRY: "true", MEDUSA_WORKER_MODE: "server" },
    quiet: true,
    mustPass: true,
  })
  return { TEST_TEMPLATE: name }
}
