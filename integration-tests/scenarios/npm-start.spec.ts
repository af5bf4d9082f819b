import { spawn } from "child_process"
import { createServer } from "net"
import { resolve } from "path"

const PROJECT = resolve(__dirname, "../..")

interface Ending {
  code: number | null
  seconds: number
  words: string
}

function start(args: string[], env: Record<string, string> = {}): Promise<Ending> {
  const begun = Date.now()
  const child = spawn(process.execPath, ["scripts/start.mjs", ...args], {
    cwd: PROJECT,
    env: { ...process.env, NODE_OPTIONS: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  })
  let words = ""
  child.stdout.on("data", (chunk: Buffer) => (words += chunk.toString()))
  child.stderr.on("data", (chunk: Buffer) => (words += chunk.toString()))
  return new Promise((end) => child.once("close", (code) => end({ code, words, seconds: (Date.now() - begun) / 1000 })))
}

describe("npm start", () => {
  it("says within ten seconds that nothing listens at DATABASE_URL, without its password", async () => {
    const ending = await start([], { DATABASE_URL: "postgres://shop:secret@localhost:1/shop" })
    expect(ending.code).toBe(1)
    expect(ending.seconds).toBeLessThan(10)
    expect(ending.words).toContain("postgres://shop:…@localhost:1/shop) cannot be used: nothing listens there")
    expect(ending.words).not.toContain("secret")
  })

  it("says within ten seconds that whoever listens at DATABASE_URL does not answer", async () => {
    const silent = createServer().listen(0)
    const address = silent.address()
    const port = address && typeof address === "object" ? address.port : 0
    const ending = await start([], { DATABASE_URL: `postgres://shop:secret@localhost:${port}/shop` })
    silent.close()
    expect(ending.code).toBe(1)
    expect(ending.seconds).toBeLessThan(10)
    expect(ending.words).toContain("cannot be used")
  })

  it("empties no database that is not its own", async () => {
    const ending = await start(["--fresh"], { DATABASE_URL: "postgres://shop:secret@localhost:1/shop" })
    expect(ending.code).toBe(1)
    expect(ending.words).toContain("--fresh empties the embedded database only")
  })

  it("says what an option takes", async () => {
    const ending = await start(["--port", "ninety"])
    expect(ending.code).toBe(1)
    expect(ending.words).toContain('--port is "ninety"; it takes a number')
  })
})
