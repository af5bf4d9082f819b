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
    "http://[64:ff9b:1::7f00:1]:PORT/",
    "http://[::7f00:1]:PORT/",
    "http://[::127.0.0.1]:PORT/",
    "http://[0:0:0:0:0:ffff:127.0.0.1]:PORT/",
    "http://[::ffff:0:7f00:1]:PORT/",
    "http://[2002:7f00:1::]:PORT/",
    "http://[2001:0:7f00:1::]:PORT/",
    "http://[fc00::1]:PORT/",
    "http://[fec0::1]:PORT/",
    "http://[ff02::1]:PORT/",
    "http://[::ffff:a9fe:a9fe]/",
    "http://2852039166/latest/meta-data",
    "http://0xa9fea9fe/",
    "http://0251.0376.0251.0376/",
    "http://168.63.129.16/",
    "http://100.100.100.200/",
    "http://192.0.0.192/",
    "http://0/",
    "http://255.255.255.255/",
    "http://240.0.0.1/",
    "http://224.0.0.1/",
    "http://127.0.0.1.:PORT/",
    "http://\u2460\u2461\u2466.0.0.1:PORT/",
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

  it.each([
    "http://169.254.169.254/",
    "http://2852039166/",
    "http://[::ffff:169.254.169.254]/",
    "http://[::ffff:a9fe:a9fe]/",
    "http://[64:ff9b::a9fe:a9fe]/",
    "http://[2002:a9fe:a9fe::]/",
    "http://169.254.170.2/v2/credentials",
    "http://[fd00:ec2::254]/",
    "http://[fd00:ec2::23]/",
    "http://[fd20:ce::254]/",
    "http://[fe80::a9fe:a9fe]/",
    "http://100.100.100.200/",
    "http://168.63.129.16/",
  ])("not the machine's own secrets either, where the own network is allowed: %s", async (url) => {
    await expect(ask(url, { allows: true, time: 500 })).rejects.toMatchObject({ kind: "refused" })
  })

  it.each([
    ["127.0.0.1", 4, false],
    ["10.0.0.7", 4, false],
    ["169.254.169.254", 4, false],
    ["168.63.129.16", 4, false],
    ["::1", 6, false],
    ["::ffff:127.0.0.1", 6, false],
    ["::7f00:1", 6, false],
    ["64:ff9b:1::7f00:1", 6, false],
    ["169.254.169.254", 4, true],
    ["::ffff:a9fe:a9fe", 6, true],
    ["fd00:ec2::254", 6, true],
  ])(
    "a name is looked at when the connection is made: where it means %s by then it is refused (IPv%i, own network allowed: %s)",
    async (address, family, allowsPrivateAddresses) => {
      const before = reached
      const rebound = httpRequest({
        url: `http://rebinding.example:${port}/`,
        method: "GET",
        signal: AbortSignal.timeout(3000),
        allowsPrivateAddresses,
        lookup: (_host, { all }, done) =>
          all
            ? done(null, [
                { address: "93.184.215.14", family: 4 },
                { address, family },
              ])
            : done(null, address, family),
      })
      await expect(rebound).rejects.toMatchObject({ kind: "refused" })
      expect(reached).toBe(before)
    },
  )

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

  it("a mark before the JSON is none of it", () => {
    expect(readJson({ status: 200, headers: {}, text: '\ufeff{"state":"done"}' })).toEqual({ state: "done" })
  })

  it("garbage: may have been done", async () => {
    const answer = await ask(at("/garbage"), { allows: true })
    expect(() => readJson(answer)).toThrow(expect.objectContaining({ kind: "unknown" }))
  })
})
