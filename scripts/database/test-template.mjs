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

const cli = (project) => join(project, "node_modules", "@medusajs", "cli", "cli.js")

/** Creates a database that is gone when the script ends; returns its address. */
async function createDatabase({ DATABASE_URL }, name, template) {
  const drop = () => onServer(DATABASE_URL, `drop database if exists "${name}" with (force)`)
  await onServer(DATABASE_URL, `create database "${name}"${template ? ` template "${template}"` : ""}`)
  atEnd(() => drop().catch(() => undefined))
  const url = new URL(DATABASE_URL)
  url.pathname = `/${name}`
  return url.href
}

const runMedusa = (project, url, ...args) =>
  runCommand([process.execPath, cli(project), ...args], {
    cwd: project,
    env: { DATABASE_URL: url, MEDUSA_DISABLE_TELEMETRY: "true", MEDUSA_WORKER_MODE: "server" },
    quiet: true,
    mustPass: true,
  })

/**
 * A migrated, empty database of the store, made once for a run: each store that the tests boot gets a clone of it, which
 * takes a tenth of a second. It is gone when the script ends. Returns the environment that names it.
 *
 * @param {{ DATABASE_URL: string }} server see testServer
 */
export async function testTemplate(project, server) {
  const name = `medusa-service-commerce-template-${process.pid}`
  const url = await createDatabase(server, name)
  await runMedusa(project, url, "db:migrate", "--execute-safe-links", "--skip-scripts")
  return { TEST_TEMPLATE: name }
}

/**
 * The same with an admin user, for the stores whose admin is opened in a browser. Returns the environment that names both.
 *
 * @param {{ DATABASE_URL: string, TEST_TEMPLATE: string }} database see testTemplate
 */
export async function adminTemplate(project, database) {
  const name = `${database.TEST_TEMPLATE}-admin`
  const TEST_ADMIN_EMAIL = "admin@example.com"
  const TEST_ADMIN_PASSWORD = "a-password-for-tests"
  const url = await createDatabase(database, name, database.TEST_TEMPLATE)
  await runMedusa(project, url, "user", "-e", TEST_ADMIN_EMAIL, "-p", TEST_ADMIN_PASSWORD)
  return { TEST_TEMPLATE: name, TEST_ADMIN_EMAIL, TEST_ADMIN_PASSWORD }
}
