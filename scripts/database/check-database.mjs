import { Stop } from "../machine/say.mjs"

const WITHIN_MS = 8_000

const advice = {
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "there is no such host",
  EAI_AGAIN: "the host's name cannot be looked up",
  "28P01": "the password or user is wrong",
  28000: "this user may not log in",
  "3D000": "there is no such database",
}

const withoutPassword = (url) => url.replace(/:[^:@/]*@/, ":…@")

const late = () =>
  new Promise((_, failed) => {
    setTimeout(() => failed(new Error(`no answer within ${WITHIN_MS / 1000} s`)), WITHIN_MS).unref()
  })

/** Connects once. Medusa itself would try for five minutes before it says that it cannot; this says it at once, and why. */
export async function checkDatabase(url) {
  const { default: pg } = await import("pg")
  let client
  try {
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: WITHIN_MS })
    client.on("error", () => undefined)
    await Promise.race([client.connect().then(() => client.query("select 1")), late()])
  } catch (error) {
    const cause = error.errors?.[0] ?? error
    const reason = [advice[cause.code], cause.message].filter(Boolean).join(": ")
    throw new Stop(`The database of DATABASE_URL (${withoutPassword(url)}) cannot be used: ${reason}`)
  }
  await client.end()
}
