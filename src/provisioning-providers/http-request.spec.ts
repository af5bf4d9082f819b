import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { httpRequest, readJson, requireSuccess } from "./index"

const ask = (url: string, given: { allows?: boolean; time?: number } = {}) =>
  httpRequest({
    url,
    method: "GET",
    signal: AbortSignal.timeout(given.time ?? 3000),
    allowsPrivateAddresses: given.allows ?? false,
  })

let server: Server
let port = 0
let reached = 0

beforeAll(async () => {
  server = createServer((request, response) => {
    reached += 1
    switch (request.url ?? "") {
      case "/redirect":
        response.writeHead(302, { location: "http://169.254.169.254/latest/meta-data" }).end()
        return
      case "/half":
        response.writeHead(200, { "content-length": "1000" }).write("{")
        setTimeout(() => response.destroy(), 20)
        return
      case "/endless":
        response.writeHead(200)
        response.end(Buffer.alloc(2_000_000, "x"))
        return
      case "/hangs":
        return
      case "/garbage":
        response.end("<html>")
        return
      case "/limited":
        response.writeHead(429, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "30" }).end()
        return
      default:
        response.writeHead(Number(request.url?.slice(1)) || 200).end("{}")
    }
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

describe("addresses that are asked by nobody (PV10)", () => {
  it.each([
    "http://127.0.0.1:PORT/",
    "http://127.1:PORT/",
    "http://2130706433:PORT/",
    "http://0x7f000001:PORT/",
    "http://0177.0.0.1:PORT/",
    "http://0.0.0.0:PORT/",
    "http://[::1]:PORT/",
    "http://[::]:PORT/",
    "http://[::ffff:127.0.0.1]:PORT/",
    "http://[::ffff:7f00:1]:PORT/",
    "http://[fe80::1]:PORT/",
    "http://[fd00:ec2::254]/",
    "http://[64:ff9b::7f00:1]:PORT/",
    "http://169.254.169.254/latest/meta-data",
    "https://169.254.169.254/",
    "http://10.0.0.1/",
    "http://172.16.0.1/",
    "http://192.168.1.1/",
    "http://100.64.0.1/",
    "http://198.18.0.1/",
    "http://localhost:PORT/",
    "http://user:secret@example.com/",
    "ftp://example.com/",
    "file:///etc/passwd",
    "gopher://example.com/",
    "no address",
  ])("%s", async (url) => {
    const before = reached
    await expect(ask(url.replace("PORT", String(port)))).rejects.toMatchObject({ kind: "refused" })
    expect(reached).toBe(before)
  })

  it("not the machine's own secrets either, where the own network is allowed", async () => {
    await expect(ask("http://169.254.169.254/", { allows: true })).rejects.toMatchObject({ kind: "refused" })
  })

  it("a name is looked at when the connection is made: one that means something else by then is refused", async () => {
    const before = reached
    const addresses = ["127.0.0.1", "10.0.0.7", "169.254.169.254", "::ffff:127.0.0.1"]
    for (const address of addresses) {
      const rebound = httpRequest({
        url: `http://rebinding.example:${port}/`,
        method: "GET",
        signal: AbortSignal.timeout(3000),
        lookup: (_host, { all }, done) => (all ? done(null, [{ address, family: 4 }]) : done(null, address, 4)),
      })
      await expect(rebound).rejects.toMatchObject({ kind: "refused" })
    }
    expect(reached).toBe(before)
  })

  it("a redirect is not followed, wherever it points", async () => {
    const answer = await ask(`http://127.0.0.1:${port}/redirect`, { allows: true })
    expect(() => requireSuccess(answer)).toThrow(expect.objectContaining({ kind: "refused" }))
  })
})

describe("what an answer means (S5)", () => {
  const at = (path: string) => `http://127.0.0.1:${port}${path}`
  it.each([
    ["/200", null],
    ["/204", null],
    ["/400", "refused"],
    ["/401", "refused"],
    ["/404", "refused"],
    ["/408", "unknown"],
    ["/422", "refused"],
    ["/429", "temporary"],
    ["/500", "unknown"],
    ["/502", "unknown"],
    ["/503", "unknown"],
    ["/504", "unknown"],
  ])("%s: %s", async (path, kind) => {
    const answer = await ask(at(path), { allows: true })
    if (kind === null) {
      expect(() => requireSuccess(answer)).not.toThrow()
    } else {
      expect(() => requireSuccess(answer)).toThrow(expect.objectContaining({ kind }))
    }
  })

  it("where a limit is reached, it waits until it counts from zero again", async () => {
    const answer = await ask(at("/limited"), { allows: true })
    expect(() => requireSuccess(answer)).toThrow(expect.objectContaining({ kind: "temporary", retryAfter: 30 }))
  })

  it.each(["/half", "/endless"])("%s: may have been done", async (path) => {
    await expect(ask(at(path), { allows: true })).rejects.toMatchObject({ kind: "unknown" })
  })

  it("no answer in time: may have been done", async () => {
    await expect(ask(at("/hangs"), { allows: true, time: 200 })).rejects.toMatchObject({ kind: "unknown" })
  })

  it("nobody there: nothing was done", async () => {
    await expect(ask("http://127.0.0.1:1/", { allows: true })).rejects.toMatchObject({ kind: "temporary" })
  })

  it("garbage: may have been done", async () => {
    const answer = await ask(at("/garbage"), { allows: true })
    expect(() => readJson(answer)).toThrow(expect.objectContaining({ kind: "unknown" }))
  })
})
