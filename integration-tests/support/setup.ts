import { MetadataStorage } from "@medusajs/framework/mikro-orm/core"

// Each spec file loads the models anew; what an earlier file registered must not be found again.
MetadataStorage.clear()

process.env.MEDUSA_DISABLE_TELEMETRY = "true"
process.env.LOG_LEVEL ??= "error"
// No scheduled jobs: a test runs the workflow that it means, when it means it. Subscribers work in this mode, too.
process.env.MEDUSA_WORKER_MODE ??= "server"
process.env.STORE_TIME_ZONE ??= "UTC"
// The test runner speaks TLS to every host but "localhost".
if (process.env.DB_HOST === "127.0.0.1") {
  process.env.DB_HOST = "localhost"
}

// Putting a database back to its first state cuts the pool's connections, and knex tells the console each time.
const log = console.log
console.log = (...words: unknown[]) => {
  if (!String(words[0]).includes("Connection ended unexpectedly")) {
    log(...words)
  }
}
