import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { Modules } from "@medusajs/framework/utils"
import { execFile } from "child_process"
import { unzipSync } from "fflate"
import { mkdtempSync, rmSync, writeFileSync } from "fs"
import { tmpdir } from "os"
import { join } from "path"
import { promisify } from "util"
import { newId } from "../../../src/modules/core"
import { readCheckpoint, sha256 } from "../../../src/modules/sales"
import {
  linkText,
  checkpointText,
  snapshotText,
  type ChainLink,
  type Checkpoint,
  type StoredSnapshot,
} from "../../../src/rules/sales"
import { keepCheckpoint } from "../../../src/workflows/sales/chain/keep-checkpoint"
import { createProduct } from "../../support/create-product"
import { createWorld, type World } from "../../support/create-world"
import { placeOrder } from "../../support/place-order"
import { refusalOf } from "../../support/refusal-of"
import { SalesClient } from "../../support/sales-client"
import { storeSuite } from "../../support/store-suite"

const run = promisify(execFile)

export const chainSuite = storeSuite(__filename, (store) => {
  let world: World
  let sales: SalesClient
  let ids: string[]

  beforeAll(async () => {
    world = await createWorld(store)
    sales = new SalesClient(store, world)
    const product = await createProduct(store.container(), {
      ...{ title: "E-book", salesChannelId: world.salesChannelId, prices: { eur: 20 } },
    })
    const items = [{ variant_id: product.variants[0]?.id ?? "", quantity: 1 }]
    const email = "clara@test.example"
    ids = []
    for (let count = 0; count < 3; count++) {
      const order = await placeOrder(store, world, { items, email, providerId: "pp_demo_demo" })
      ids.push((await sales.ofOrder(order.id)).id)
    }
  })

  const post = async (path: string, body: object = {}) =>
    (await store.api.post(`/admin/sales/${path}`, body, world.adminHeaders)).data
  const verify = async (checkpoint?: string) =>
    (await post("verifications", checkpoint === undefined ? {} : { checkpoint })).verification
  const exported = async (): Promise<string> => {
    const { checkpoint } = await post("checkpoints", { keep: true })
    const path = `/admin/sales/checkpoints/${checkpoint.number}/file`
    return (await store.api.get(path, { ...world.adminHeaders, responseType: "text" })).data as string
  }
  const idOf = (index: number): string => ids[index] ?? ""
  /** As a superuser does it who has switched the triggers off. */
  const tamper = (work: (trx: Knex) => Promise<unknown>) =>
    store.knex().transaction(async (trx) => {
      await trx.raw("set local session_replication_role = replica")
      await work(trx)
    })

  it("H5, SA7: the database refuses to change, delete or empty events, snapshots, heads, sales and checkpoints", async () => {
    await post("checkpoints")
    const knex = store.knex()
    for (const table of ["sales_event", "sales_snapshot", "sales_checkpoint", "sales_checkpoint_head"]) {
      await expect(knex(table).update({ updated_at: new Date() })).rejects.toThrow(/never changed or deleted/)
    }
    for (const table of ["event", "snapshot", "checkpoint", "checkpoint_head", "head", "sale", "person"]) {
      await expect(knex(`sales_${table}`).delete()).rejects.toThrow(/never changed or deleted/)
      await expect(knex.raw(`truncate sales_${table} cascade`)).rejects.toThrow(/never changed or deleted/)
    }
    await expect(knex("sales_head").update({ seq: 1, hash: "0".repeat(64) })).rejects.toThrow(/forward only/)
    await expect(knex("sales_sale").update({ status: "lost" })).rejects.toThrow(/sales_sale_status_check/)
    expect(await verify()).toMatchObject({ ok: true, problem_count: 0, problems: [], uncovered_events: 1 })
  })

  it("H8: workers who append to one sale at once make no fork, and a fork is refused by the database", async () => {
    const id = idOf(0)
    const changes = Array.from({ length: 6 }, (_, index) => sales.change(id, index % 2 ? "release" : "hold"))
    await Promise.allSettled(changes)
    const events = await store.knex()("sales_event").where({ sale_id: id }).orderBy("seq")
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
    expect(await verify()).toMatchObject({ ok: true })
    const { id: _id, ...last } = events.at(-1)
    const fork = store
      .knex()("sales_event")
      .insert({ ...last, id: newId("sevn"), source: "fork" })
    await expect(fork).rejects.toThrow(/IDX_sales_event_seq/)
  })

  it.each([
    ["the head is moved", "after update on sales_head"],
    ["the event is written", "after insert on sales_event"],
    ["the sale itself is written", "after update on sales_sale"],
  ])("H8: killed once %s, head, event and sale are written together, or not at all", async (_when, moment) => {
    const knex = store.knex()
    await knex.raw(`create function kill_writer() returns trigger language plpgsql as
      $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$`)
    await knex.raw(`create trigger kill_writer ${moment} for each row execute function kill_writer()`)
    const written = async () => [
      await knex("sales_event").orderBy("id").pluck("hash"),
      await knex("sales_head").orderBy("sale_id").select("sale_id", "seq", "hash"),
      await knex("sales_sale").orderBy("id").pluck("status"),
    ]
    const before = await written()
    expect(await sales.refused(idOf(0), "hold")).toMatchObject({ status: 500 })
    expect(await written()).toEqual(before)
    await knex.raw(`drop function kill_writer cascade`)
    expect(await sales.change(idOf(0), "hold")).toMatchObject({ status: "interrupted" })
    expect(await verify()).toMatchObject({ ok: true })
  })

  const CHANGES: [string, (trx: Knex) => Promise<unknown>, string][] = [
    [
      "one byte of an event",
      (trx) =>
        trx("sales_event")
          .where({ sale_id: idOf(1), seq: 2 })
          .update({ amount: "21" }),
      "event_changed",
    ],
    [
      "a word of a snapshot",
      (trx) =>
        trx("sales_snapshot")
          .where({ sale_id: idOf(1) })
          .update({ content: trx.raw("replace(content, 'E-', 'e-')") }),
      "snapshot_changed",
    ],
    [
      "a snapshot",
      (trx) =>
        trx("sales_snapshot")
          .where({ sale_id: idOf(1) })
          .delete(),
      "snapshot_missing",
    ],
    [
      "an event in the middle",
      (trx) =>
        trx("sales_event")
          .where({ sale_id: idOf(1), seq: 2 })
          .delete(),
      "event_missing",
    ],
    [
      "SA5: the last two events of a chain",
      (trx) =>
        trx("sales_event")
          .where({ sale_id: idOf(1) })
          .where("seq", ">", 2)
          .delete(),
      "tail_missing",
    ],
    [
      "SA5: a whole chain",
      (trx) =>
        trx("sales_event")
          .where({ sale_id: idOf(1) })
          .delete(),
      "chain_missing",
    ],
    [
      "a sale's row",
      (trx) =>
        trx("sales_sale")
          .where({ id: idOf(1) })
          .delete(),
      "sale_missing",
    ],
    [
      "a sale's status",
      (trx) =>
        trx("sales_sale")
          .where({ id: idOf(1) })
          .update({ status: "canceled" }),
      "sale_changed",
    ],
    [
      "whether a sale counts",
      (trx) =>
        trx("sales_sale")
          .where({ id: idOf(1) })
          .update({ is_effective: false }),
      "sale_changed",
    ],
    [
      "a sale that is put to a foreign order",
      (trx) =>
        trx("sales_sale")
          .where({ id: idOf(1) })
          .update({ order_id: "order_foreign" }),
      "sale_changed",
    ],
    [
      "a sale's day",
      (trx) =>
        trx("sales_sale")
          .where({ id: idOf(1) })
          .update({ sold_on: "2020-01-01" }),
      "sale_changed",
    ],
    [
      "a head",
      (trx) =>
        trx("sales_head")
          .where({ sale_id: idOf(1) })
          .delete(),
      "head_missing",
    ],
  ]

  it.each(CHANGES)("SA5: tampering as superuser is found and named: %s", async (_what, work, kind) => {
    await tamper(work)
    expect(await verify()).toMatchObject({ ok: false, problem_count: 1, problems: [{ kind, sale_id: idOf(1) }] })
    const { state } = (await store.api.get("/admin/sales/state", world.adminHeaders)).data
    expect(state.verified).toMatchObject({ ok: false, problem_count: 1 })
  })

  /** Rewrites an event of a chain so that it is right in itself, with its head. */
  async function rewriteChain(trx: Knex, saleId: string, seq = 3): Promise<void> {
    const events: (ChainLink & { id: string; hash: string })[] = await trx("sales_event")
      .where({ sale_id: saleId })
      .orderBy("seq")
    let previous_hash = "0".repeat(64)
    for (const event of events) {
      const link = { ...event, previous_hash, reason: event.seq === seq ? "rewritten" : event.reason }
      const hash = sha256(linkText(link))
      await trx("sales_event").where({ id: event.id }).update({ previous_hash, reason: link.reason, hash })
      previous_hash = hash
    }
    await trx("sales_head").where({ sale_id: saleId }).update({ hash: previous_hash })
  }

  /** Rewrites all checkpoints over the heads as they stand, each linked to the one before. */
  async function rewriteCheckpoints(trx: Knex): Promise<void> {
    await trx.raw(`update sales_checkpoint_head c set hash = e.hash from sales_event e
      where e.sale_id = c.sale_id and e.seq = c.seq`)
    await trx.raw(`delete from sales_checkpoint_head c where not exists (
      select 1 from sales_head h where h.sale_id = c.sale_id)`)
    let previous_hash = "0".repeat(64)
    for (const one of (await trx("sales_checkpoint").orderBy("number")) as Checkpoint[]) {
      const { rows } = await trx.raw(
        `select string_agg(sale_id || ' ' || seq || ' ' || hash || chr(10), '' order by sale_id) as text, count(*)::int
         from (select distinct on (sale_id) * from sales_checkpoint_head where number <= ?
           order by sale_id, number desc) heads`,
        [one.number],
      )
      const checkpoint = {
        ...one,
        ...{ events: Number(one.events), chains: rows[0].count, root: sha256(rows[0].text), previous_hash },
      }
      const hash = sha256(checkpointText(checkpoint))
      const { root, chains } = checkpoint
      await trx("sales_checkpoint").where({ number: one.number }).update({ root, chains, previous_hash, hash })
      previous_hash = hash
    }
  }

  it("H8: events, heads and checkpoints rewritten consistently are found against an exported checkpoint, and named", async () => {
    const file = await exported()
    expect(await verify(file)).toMatchObject({ ok: true, file: { number: 1 } })
    await tamper((trx) => rewriteChain(trx, idOf(1)))
    expect(await verify()).toMatchObject({
      problems: expect.arrayContaining([{ kind: "checkpoint_differs", sale_id: idOf(1), number: 4 }]),
    })
    await tamper(async (trx) => {
      await rewriteCheckpoints(trx)
      await rewriteChain(trx, "sale_store")
    })
    expect((await verify(file)).problems).toEqual(
      expect.arrayContaining([
        { kind: "checkpoint_differs", sale_id: idOf(1), number: 4 },
        { kind: "checkpoint_differs", sale_id: null, number: 1 },
      ]),
    )
  })

  it("H8: what came after the exported checkpoint is covered by chains and heads alone, and the report says so", async () => {
    const file = await exported()
    const { uncovered_events: before } = await verify(file)
    await sales.change(idOf(0), "hold")
    const after = await verify(file)
    // Beside the hold, the verification before is an event of the store's own.
    expect([before, after.ok, after.uncovered_events]).toEqual([1, true, 3])
    await tamper(async (trx) => {
      await trx("sales_event")
        .where({ sale_id: idOf(0), kind: "held" })
        .update({ reason: "rewritten" })
    })
    expect(await verify(file)).toMatchObject({ problems: [{ kind: "event_changed", sale_id: idOf(0), number: 5 }] })
    await tamper((trx) => rewriteChain(trx, idOf(0), 5))
    expect(await verify(file)).toMatchObject({ ok: true, uncovered_events: 5 })
  })

  it("H8: verified with an exported checkpoint, what came after it is compared with the database's later ones", async () => {
    const file = await exported()
    await sales.change(idOf(0), "hold")
    await post("checkpoints")
    await tamper((trx) => rewriteChain(trx, idOf(0), 5))
    for (const found of [await verify(), await verify(file)]) {
      expect(found).toMatchObject({ problems: [{ kind: "checkpoint_differs", sale_id: idOf(0), number: 5 }] })
    }
  })

  it("H8: a verification among orders that go on finds nothing that is not there", async () => {
    const changes = Array.from({ length: 9 }, (_, index) =>
      sales.change(idOf(index % 3), index % 2 ? "release" : "hold").catch(() => null),
    )
    const verified = await Promise.all([1, 2, 3, 4].map(() => verify()))
    await Promise.all(changes)
    expect(verified.map(({ ok, problems }) => ({ ok, problems }))).toEqual(
      verified.map(() => ({ ok: true, problems: [] })),
    )
  })

  it("H8, SA5: the last events of a chain, removed with head, sale and checkpoints rewritten to match, are found against an exported one", async () => {
    const file = await exported()
    await tamper(async (trx) => {
      const sale_id = idOf(1)
      const { hash } = await trx("sales_event").where({ sale_id, seq: 2 }).first<{ hash: string }>("hash")
      await trx("sales_event").where({ sale_id }).where("seq", ">", 2).delete()
      await trx("sales_head").where({ sale_id }).update({ seq: 2, hash })
      await trx("sales_sale").where({ id: sale_id }).update({ status: "created", is_effective: false })
      await trx("sales_checkpoint_head").where({ sale_id }).update({ seq: 2, hash })
      await rewriteCheckpoints(trx)
    })
    expect((await verify()).problems).toEqual([])
    expect((await verify(file)).problems).toEqual(
      expect.arrayContaining([{ kind: "checkpoint_differs", sale_id: idOf(1), number: 4 }]),
    )
  })

  it("H8, SA5: a sale that was removed everywhere is found against an exported checkpoint, and named", async () => {
    const file = await exported()
    await tamper(async (trx) => {
      for (const table of ["event", "snapshot", "head"]) {
        await trx(`sales_${table}`)
          .where({ sale_id: idOf(2) })
          .delete()
      }
      await trx("sales_sale")
        .where({ id: idOf(2) })
        .delete()
      await rewriteCheckpoints(trx)
    })
    expect((await verify()).problems).toEqual([])
    expect((await verify(file)).problems).toEqual(
      expect.arrayContaining([{ kind: "checkpoint_differs", sale_id: idOf(2), number: 4 }]),
    )
  })

  it("H8: checkpoints link to each other; a file that was changed is refused, and says where", async () => {
    const first = await exported()
    const taken = await readCheckpoint(store.knex(), 1)
    const key = taken && (await keepCheckpoint(store.container(), taken))
    // Kept by Medusa's file module, it is the file that is exported.
    const files = store.container().resolve(Modules.FILE)
    expect((await files.getAsBuffer(key ?? "")).toString("utf8")).toBe(first)
    await files.deleteFiles(key ?? "")
    await sales.change(idOf(0), "hold")
    const [one, two] = await Promise.all([post("checkpoints"), post("checkpoints")])
    const numbers = [one.checkpoint.number, two.checkpoint.number].sort()
    expect(numbers).toEqual([2, 3])
    expect(await verify(first)).toMatchObject({ ok: true, checkpoints: 3, uncovered_events: expect.any(Number) })
    for (const [text, why] of [
      ["", /does not say what it is/],
      [first.replace('"number":1', '"number":2'), /first line was changed/],
      [first.replace(idOf(1), idOf(0)), /lines were changed/],
      [`${first}x\n`, /line \d+ is none/],
    ] as const) {
      const refusal = await refusalOf(
        store.api.post("/admin/sales/verifications", { checkpoint: text }, world.adminHeaders),
      )
      expect(refusal).toMatchObject({ status: 400, message: expect.stringMatching(why) })
    }
    await tamper((trx) => trx("sales_checkpoint").where({ number: 2 }).delete())
    expect((await verify()).problems).toEqual([{ kind: "checkpoint_missing", sale_id: null, number: 2 }])
  })

  describe("the auditor's pack", () => {
    let folder: string

    const pack = async (): Promise<Record<string, Uint8Array>> => {
      const { data } = await store.api.post<ArrayBuffer>(
        "/admin/sales/packs",
        {},
        { ...world.adminHeaders, responseType: "arraybuffer" },
      )
      return unzipSync(new Uint8Array(data))
    }
    const write = (files: Record<string, Uint8Array | string>): void => {
      for (const [name, content] of Object.entries(files)) {
        writeFileSync(join(folder, name), content)
      }
    }
    const check = async (...args: string[]): Promise<{ code: number; said: string }> =>
      run(process.execPath, [join(folder, "verify.mjs"), folder, ...args], { env: {} }).then(
        ({ stdout }) => ({ code: 0, said: stdout }),
        (error) => ({ code: error.code, said: `${error.stdout}${error.stderr}` }),
      )
    const textOf = (files: Record<string, Uint8Array>, name: string): string =>
      Buffer.from(files[name] ?? []).toString("utf8")

    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), "sales-pack-"))
    })
    afterEach(() => rmSync(folder, { recursive: true, force: true }))

    it("H8: is verified with Node alone, and has nobody's name", async () => {
      const kept = await exported()
      await sales.change(idOf(0), "hold")
      const files = await pack()
      write({ ...files, "kept.txt": kept })
      const whole = await check()
      expect(whole).toMatchObject({ code: 0, said: expect.stringMatching(/all of it is whole/) })
      expect(await check("--checkpoint", join(folder, "kept.txt"))).toMatchObject({ code: 0 })
      const all = Object.values(files).map((file) => Buffer.from(file).toString("utf8"))
      expect(all.join("")).not.toMatch(/clara@|Clara/)
      const { rows } = await store.knex().raw("select kind from sales_event where sale_id = 'sale_store' order by seq")
      expect(rows.map(({ kind }: { kind: string }) => kind)).toEqual(["checkpoint", "exported", "checkpoint"])
    })

    it("H8: a chain that was rewritten with all its hashes is named against a checkpoint that was kept", async () => {
      const kept = await exported()
      await tamper(async (trx) => {
        await rewriteChain(trx, idOf(1))
        await rewriteCheckpoints(trx)
      })
      write({ ...(await pack()), "kept.txt": kept })
      expect(await check()).toMatchObject({ code: 0 })
      const { code, said } = await check("--checkpoint", join(folder, "kept.txt"))
      expect([code, said]).toEqual([1, expect.stringContaining(`sale ${idOf(1)}, event 4 is not the one that the`)])
      expect(said).toMatch(/checkpoint 1 is not the one that you have/)
    })

    it("SA5: a byte that was changed, an event, a tail or a sale that is missing is named", async () => {
      const files = await pack()
      const events = textOf(files, "events.ndjson").trim().split("\n")
      const without = (drop: (event: ChainLink) => boolean) =>
        `${events.filter((line) => !drop(JSON.parse(line))).join("\n")}\n`
      for (const [changed, said] of [
        [textOf(files, "events.ndjson").replace('"amount":"', '"amount":"1'), /event 2 was changed/],
        [without(({ sale_id, seq }) => sale_id === idOf(1) && seq === 2), new RegExp(`${idOf(1)}, event 2 is missing`)],
        [
          without(({ sale_id, seq }) => sale_id === idOf(1) && seq > 2),
          new RegExp(`${idOf(1)}: events after number 2`),
        ],
        [without(({ sale_id }) => sale_id === idOf(1)), new RegExp(`sale ${idOf(1)} is missing`)],
      ] as const) {
        write({ ...files, "events.ndjson": changed })
        const found = await check()
        expect(found).toMatchObject({ code: 1, said: expect.stringMatching(said) })
        expect(found.said).toMatch(/file events.ndjson is not the one that was packed/)
      }
      const snapshots = textOf(files, "snapshots.ndjson").replace("E-book", "e-book")
      write({ ...files, "snapshots.ndjson": snapshots })
      expect((await check()).said).toMatch(/its snapshot was changed/)
      const [first = "{}"] = snapshots.split("\n")
      expect(sha256(snapshotText(JSON.parse(first) as StoredSnapshot))).toMatch(/^[0-9a-f]{64}$/)
    })
  })
})
