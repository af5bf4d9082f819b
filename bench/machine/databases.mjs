import pg from "pg"
import { atEnd } from "../../scripts/machine/at-end.mjs"

const MARK = `msc_bench_${process.pid}`
let counter = 0

/** Databases of the bench's own on one server; all are gone when the script ends. */
export class Databases {
  #made = new Set()

  constructor(server) {
    this.server = server
    atEnd(() => this.#dropAll())
  }

  /** @param {string} [template] the URL of a prepared database whose copy this is to be. Returns the new one's URL. */
  async create(template) {
    const name = `${MARK}_${(counter += 1)}`
    const copy = template ? ` template ${new URL(template).pathname.slice(1)}` : ""
    await this.#query(`create database ${name}${copy}`)
    this.#made.add(name)
    const url = new URL(this.server.DATABASE_URL)
    url.pathname = `/${name}`
    return url.href
  }

  async drop(url) {
    const name = new URL(url).pathname.slice(1)
    await this.#query(`drop database if exists ${name} with (force)`)
    this.#made.delete(name)
  }

  async #dropAll() {
    for (const name of this.#made) {
      await this.#query(`drop database if exists ${name} with (force)`).catch(() => undefined)
    }
  }

  async #query(sql) {
    const url = new URL(this.server.DATABASE_URL)
    url.pathname = "/postgres"
    const client = new pg.Client({ connectionString: url.href })
    await client.connect()
    try {
      await client.query(sql)
    } finally {
      await client.end()
    }
  }
}
