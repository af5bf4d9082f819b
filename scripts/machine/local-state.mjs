import { randomBytes } from "node:crypto"
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {})

const write = (file, content) => {
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`)
  chmodSync(file, 0o600)
}

/** The folder of this checkout's own files, which git ignores. */
export function localFolder(project) {
  const folder = join(project, ".dev")
  mkdirSync(folder, { recursive: true })
  return folder
}

/** The secrets of this checkout's store, made at the first start. */
export function localSecrets(project) {
  const file = join(localFolder(project), "secrets.json")
  const secrets = read(file)
  const complete = {
    JWT_SECRET: secrets.JWT_SECRET ?? randomBytes(32).toString("hex"),
    COOKIE_SECRET: secrets.COOKIE_SECRET ?? randomBytes(32).toString("hex"),
  }
  write(file, complete)
  return complete
}

/** What was done in a database already; kept by the database's own identity, so another database starts from nothing. */
export function databaseState(project, identity) {
  const file = join(localFolder(project), "state.json")
  return {
    get: () => read(file)[identity] ?? {},
    set: (change) => {
      const all = read(file)
      write(file, { ...all, [identity]: { ...all[identity], ...change } })
    },
  }
}
