import { MetadataStorage } from "@medusajs/framework/mikro-orm/core"
import { Client } from "@medusajs/framework/pg"

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

// A database is put back before each test: copying its files takes half the time of writing its pages to the log.
const CLONE = /^create database \S+ with template \S+;$/i
const query = Client.prototype.query as (this: Client, ...args: unknown[]) => unknown
Client.prototype.query = function (this: Client, text: unknown, ...rest: unknown[]) {
  const isClone = typeof text === "string" && CLONE.test(text)
  return query.call(this, isClone ? text.replace(";", " STRATEGY FILE_COPY;") : text, ...rest)
} as typeof Client.prototype.query
