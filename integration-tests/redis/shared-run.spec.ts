import { knex as connect, type Knex } from "@medusajs/framework/mikro-orm/knex"
import axios from "axios"
import { spawn, type ChildProcess } from "child_process"
import { mkdtempSync, readFileSync, rmSync } from "fs"
import { createServer } from "net"
import { tmpdir } from "os"
import { join, resolve } from "path"
import { setTimeout as pause } from "timers/promises"
import { cycleDate } from "../../src/rules/calendar"
import { createPlainProduct, createShop, type Shop } from "../browser/create-shop"
import { newQuickOrderLinkAnswerSchema } from "../../src/contracts/customers/links"
import { runMedusa, startMedusa, type MedusaProcess } from "../support/medusa-process"
import { PageClient } from "../support/page-client"
import { seedSubscriptions } from "../support/seed-subscriptions"
import { createTestDatabase, type TestDatabase } from "../support/test-database"
import { until } from "../support/until"

const ADMIN = { email: "admin@example.com", password: "a-password-for-tests" }
const COUNT = 800

interface Run {
  id: string
  status: string
  issued: number
  paid: number
  shares: { worker: string; subscriptions: number }[]
}

interface Redis {
  url: string
  /** Ends it in the midst of what it does, and starts it again some seconds later with what it had written down. */
  restart: (afterMs: number) => Promise<void>
  stop: () => void
}

const freePort = (): Promise<number> =>
  new Promise((found) => {
    const server = createServer().listen(0, () => {
      const address = server.address()
      server.close(() => found(address && typeof address === "object" ? address.port : 0))
    })
  })

async function startRedis(): Promise<Redis> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), "redis-"))
  const log = ["--appendonly", "yes", "--appendfsync", "always"]
  const args = ["--port", String(port), "--dir", folder, "--save", "", "--maxmemory-policy", "noeviction", ...log]
  let child = await launchRedis(args)
  const restart = async (afterMs: number) => {
    const ended = new Promise((end) => child.once("close", end))
    child.kill("SIGKILL")
    await ended
    await pause(afterMs)
    child = await launchRedis(args)
  }
  const stop = () => {
    child.kill("SIGKILL")
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: `redis://localhost:${port}`, restart, stop }
}

async function launchRedis(args: string[]): Promise<ChildProcess> {
  const child = spawn("redis-server", args, { stdio: ["ignore", "pipe", "inherit"] })
  await new Promise<void>((ready, failed) => {
    child.once("error", failed)
    child.once("exit", (code) => failed(new Error(`redis-server ended with ${code}`)))
    child.stdout.on("data", (chunk: Buffer) => chunk.toString().includes("Ready to accept connections") && ready())
  })
  return child
}

async function completed(shop: Shop, id: string): Promise<Run> {
  const read = async () => (await shop.admin.get<{ run: Run }>(`/admin/billing/runs/${id}`)).run
  const isComplete = async () => !["queued", "running"].includes((await read()).status)
  await until(`the billing run ${id} to end`, isComplete, 540_000)
  return read()
}

describe("a server and two workers on Redis", () => {
  let database: TestDatabase
  let redis: Redis
  let knex: Knex
  let server: MedusaProcess
  let shop: Shop
  const processes: MedusaProcess[] = []
  const folder = mkdtempSync(join(tmpdir(), "redis-logs-"))
  const log = join(folder, "log")

  const store = (mode: "server" | "worker") => ({
    folder: resolve(__dirname, "../.."),
    ...(mode === "server" ? { log } : {}),
    env: {
      // Requests, too: what a merchant's own log would hold.
      ...(mode === "server" ? { LOG_LEVEL: "http" } : {}),
      DATABASE_URL: database.url,
      REDIS_URL: redis.url,
      MEDUSA_WORKER_MODE: mode,
      DISABLE_MEDUSA_ADMIN: "true",
      MEDUSA_DISABLE_TELEMETRY: "true",
    },
  })

  async function start(mode: "server" | "worker"): Promise<MedusaProcess> {
    const started = await startMedusa(store(mode))
    processes.push(started)
    return started
  }

  beforeAll(async () => {
    database = await createTestDatabase("msc_redis")
    redis = await startRedis()
    knex = connect({ client: "pg", connection: database.url })
    await runMedusa(store("server"), "db:migrate", "--execute-safe-links")
    await runMedusa(store("server"), "user", "-e", ADMIN.email, "-p", ADMIN.password)
    server = await start("server")
    shop = await createShop({ ...server, admin: ADMIN, sql: () => Promise.resolve() })
  })

  afterAll(async () => {
    await Promise.all(processes.map((process) => process.stop()))
    await knex.destroy()
    redis.stop()
    await database.drop()
    rmSync(folder, { recursive: true, force: true })
  })

  /** One cycle each is due: the workers' own schedule asks for the same run, if it comes first. */
  const seed = (prefix: string) => {
    const today = new Date().toISOString().slice(0, 10)
    return seedSubscriptions(knex, {
      count: COUNT,
      prefix,
      anchorOn: cycleDate(today, { unit: "month", count: 1 }, -1),
      currencyCode: "eur",
      regionId: shop.regions.eur,
      salesChannelId: shop.salesChannelId,
      countryCode: "de",
      unitPrice: "10.00",
      withMethods: true,
    })
  }
  const startRun = async () => {
    const as_of = new Date().toISOString().slice(0, 10)
    return (await shop.admin.post<{ run: Run }>("/admin/billing/runs", { as_of })).run
  }
  const charges = () => knex("demo_payment_charge").count("* as all").countDistinct("id as keys").first()

  it("B39: share one billing run, each with a part of it, and bill everything once", async () => {
    await Promise.all([start("worker"), start("worker")])
    await seed("R")
    const done = await completed(shop, (await startRun()).id)

    expect(done).toMatchObject({ status: "completed", issued: COUNT, paid: COUNT })
    const shareOf = new Map<string, number>()
    for (const { worker, subscriptions } of done.shares) {
      // `host:process:loop`
      const name = worker.split(":").slice(0, 2).join(":")
      shareOf.set(name, (shareOf.get(name) ?? 0) + subscriptions)
    }
    expect([...shareOf.values()].filter((subscriptions) => subscriptions > 0)).toHaveLength(2)
    expect(await charges()).toMatchObject({ all: String(COUNT), keys: String(COUNT) })
  })

  it("decision 7: Redis ends in the midst of a run and comes back: nothing is lost or doubled", async () => {
    await seed("S")
    const { id } = await startRun()
    const charged = async () => Number((await charges())?.all)
    await until("some to be charged", async () => (await charged()) > COUNT + 30)
    await redis.restart(3_000)
    const isOver = async () => {
      const open = await knex("billing_run").whereIn("status", ["queued", "running"]).first("id")
      return !open && (await charged()) >= 2 * COUNT
    }
    await until("all runs to end", isOver, 300_000)
    expect(await knex("billing_run").where({ id }).first("status")).toMatchObject({ status: "completed" })
    expect(await charges()).toMatchObject({ all: String(2 * COUNT), keys: String(2 * COUNT) })
    const renewals = await knex("billing_renewal").select("status").count("* as count").groupBy("status")
    expect(renewals).toMatchObject([{ status: "paid", count: String(2 * COUNT) }])
  })

  describe("C24: a quick order", () => {
    const orders = () =>
      shop.admin.get<{ orders: { id: string; total: number }[]; count: number }>("/admin/orders?fields=id,total")

    const linkOf = async () => {
      const { stores } = await shop.admin.get<{ stores: { id: string }[] }>("/admin/stores")
      await shop.admin.post(`/admin/stores/${stores[0]?.id}`, { default_sales_channel_id: shop.salesChannelId })
      await createPlainProduct(shop, "Clip", { eur: 0.99 })
      const address = { address_1: "Weg 7", postal_code: "10115", city: "Berlin", country_code: "de" }
      const lead = { name: "Lena Lead", email: "lena@example.com", currency_code: "eur", language: "en", ...address }
      const { profile } = await shop.admin.post<{ profile: { id: string } }>("/admin/crm/profiles", lead)
      const made = await shop.admin.post("/admin/quick-order-links", { profile_id: profile.id })
      return newQuickOrderLinkAnswerSchema.parse(made).quick_order_link.url
    }

    it("sent at once by four windows to two processes is one order, and no log of them holds its token", async () => {
      const before = (await orders()).count
      const url = await linkOf()
      const servers = [server, await start("server")]
      const windowOf = (server: MedusaProcess | undefined) =>
        new PageClient({ api: axios.create({ baseURL: server?.url }) }, { "accept-language": "en" })
      const first = windowOf(servers[0])
      const page = await first.open(url)
      const path = page.path.split("?")[0] ?? ""
      await first.submit(page, "add", { quantity: "7" })
      await first.submit(await first.get(`${path}/basket?lang=en`), "review")
      const windows = await Promise.all(
        [0, 1, 0, 1].map(async (at) => {
          const window = windowOf(servers[at])
          await window.open(url)
          return { window, checked: await window.get(`${path}/review?lang=en`) }
        }),
      )
      const done = await Promise.all(windows.map(({ window, checked }) => window.submit(checked, "order")))
      const numbers = done.map((answer) => /Order number \d+/.exec(answer.html.replace(/<[^>]+>/g, ""))?.[0])
      expect(numbers[0]).toBeDefined()
      expect(new Set(numbers).size).toBe(1)
      expect((await orders()).count).toBe(before + 1)
      const token = url.split("/").pop() ?? ""
      const logged = readFileSync(log, "utf8")
      expect(logged).toContain("/pages/quick-order/[token]")
      expect(logged.includes(token)).toBe(false)
    })
  })
})
