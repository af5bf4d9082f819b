import { execFile } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { sha256 } from "../../../modules/sales"
import {
  canonicalJson,
  CHECKPOINT_FORMAT,
  checkpointText,
  GENESIS,
  headLine,
  linkEvents,
  saleEvent,
  snapshotText,
  startOf,
  type EventToLink,
  type HashedLink,
} from "../../../rules/sales"
import { PACK_README } from "./pack-readme"
import { PACK_VERIFIER } from "./pack-verifier"

const run = promisify(execFile)
const at = "2026-03-01T10:00:00.000Z"
const event = (of: Partial<EventToLink> & Pick<EventToLink, "kind">): EventToLink => ({
  ...saleEvent({ source: of.kind, occurredAt: at, ...of }),
  ...{ actor: "system", personal: null },
})
const lines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join("")

function chainOf(number: number) {
  const sale_id = `sale_${number}`
  const content = canonicalJson({
    ...{ credits: [], currency_code: "eur", lines: [], order_id: `order_${number}` },
    ...{ shipping: [], sold_on: "2026-03-01", total: "20" },
  })
  const snapshot = { sale_id, number: 1, schema: 1, content, personal: null }
  const events = [
    event({ kind: "sold", toStatus: "created", hasSnapshot: true }),
    event({ kind: "captured", amount: "20", countedOn: "2026-03-01" }),
    event({ kind: "paid" }),
    event({ kind: "refunded", amount: "-5", countedOn: "2026-03-02" }),
  ]
  const links = linkEvents(startOf(sale_id), events, {
    ...{ recordedAt: at, digest: sha256 },
    snapshot: { number: 1, hash: sha256(snapshotText(snapshot)) },
  })
  const sale = {
    ...{ id: sale_id, order_id: `order_${number}`, status: "created", is_effective: true, currency_code: "eur" },
    ...{ total: "20.00", received: "20", refunded: "5", sold_on: "2026-03-01" },
  }
  return { snapshot, links, sale }
}

/** A pack of two sales, as a store writes it. */
function packOf(chains = [chainOf(1), chainOf(2)]): Record<string, string> {
  const ends = chains.map(({ links }) => links.at(-1) as HashedLink)
  const headLines = ends.map(headLine).join("")
  const checkpoint = {
    ...{ number: 1, taken_at: at, chains: ends.length, events: 4 * ends.length, root: sha256(headLines) },
    previous_hash: GENESIS,
  }
  const kept = { ...checkpoint, hash: sha256(checkpointText(checkpoint)) }
  const files: Record<string, string> = {
    "README.txt": PACK_README,
    "verify.mjs": PACK_VERIFIER,
    "checkpoint.txt": `${JSON.stringify({ format: CHECKPOINT_FORMAT, ...kept })}\n${headLines}`,
    "checkpoints.ndjson": lines([kept]),
    "sales.ndjson": lines(chains.map(({ sale }) => sale)),
    "snapshots.ndjson": lines(chains.map(({ snapshot }) => snapshot)),
    "events.ndjson": lines(chains.flatMap(({ links }) => links)),
    "invoices.csv": "id,total\r\ninv_1,20\r\n",
  }
  const listed = Object.entries(files).map(([name, text]) => [name, { sha256: sha256(text), bytes: text.length }])
  const manifest = `${JSON.stringify({ made_at: at, files: Object.fromEntries(listed) }, null, 2)}\n`
  return { ...files, "manifest.json": manifest, "manifest.sha256": `${sha256(manifest)}  manifest.json\n` }
}

describe("H8: the verifier of an auditor's pack", () => {
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "sales-pack-"))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const write = (files: Record<string, string | Buffer>): void => {
    for (const [name, content] of Object.entries(files)) {
      writeFileSync(join(folder, name), content)
    }
  }
  const check = (): Promise<{ code: number; said: string }> =>
    run(process.execPath, [join(folder, "verify.mjs"), folder], { env: {} }).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      ({ code, stdout }) => ({ code, said: String(stdout) }),
    )

  it("finds a whole pack whole", async () => {
    write(packOf())
    expect(await check()).toMatchObject({ code: 0, said: expect.stringMatching(/8 events of 2 chains[^]*is whole/) })
  })

  it("names what is wrong where one bit of any file is another, and where a file is missing", async () => {
    const files = packOf()
    const names = Object.keys(files).filter((name) => name !== "verify.mjs")
    for (const [index, name] of names.entries()) {
      const bytes = Buffer.from(files[name] ?? "")
      const place = (index * 7919) % bytes.length
      bytes[place] = (bytes[place] ?? 0) ^ 1
      write({ ...files, [name]: bytes })
      const found = await check()
      expect([name, found.code, found.said.split("  ")[0]]).toEqual([name, 1, "PROBLEM"])
      rmSync(join(folder, name))
      expect([name, (await check()).code]).toEqual([name, 1])
    }
  }, 60_000)

  it("names a sale's row that says something else than its events, though the list of files is made to match", async () => {
    const [first, second] = [chainOf(1), chainOf(2)]
    write(packOf([first, { ...second, sale: { ...second.sale, refunded: "0" } }]))
    expect(await check()).toMatchObject({ code: 1, said: expect.stringMatching(/sale sale_2.*row does not say/) })
  })
})
