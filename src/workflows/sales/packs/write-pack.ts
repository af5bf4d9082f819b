import type { MedusaContainer } from "@medusajs/framework/types"
import { Zip, ZipDeflate } from "fflate"
import { createHash } from "node:crypto"
import {
  packSales,
  packSnapshots,
  readCheckpoints,
  readConsistently,
  readLinks,
  SALES_MODULE,
  sha256,
  takeCheckpoint,
  type SalesModuleService,
} from "../../../modules/sales"
import { csvHead, csvRows } from "../../../rules/text"
import { checkpointFile } from "../chain/checkpoint-file"
import { invoiceLedger, type LedgerInvoice } from "../../ports/invoice-ledger"
import { PACK_README } from "./pack-readme"
import { PACK_VERIFIER } from "./pack-verifier"

type Database = SalesModuleService["db"]["knex"]
type Parts = AsyncIterable<string> | Iterable<string>

export interface PackInput {
  now: Date
  actor: string
  /** Takes a part of the ZIP file; waits while nobody reads. */
  push: (part: Uint8Array) => Promise<void>
}

const PAGE = 5_000
const INVOICE_COLUMNS = [
  "id",
  "order_id",
  "kind",
  "number",
  "issued_on",
  "currency_code",
  "total",
] as const satisfies readonly (keyof LedgerInvoice)[]

/**
 * Writes the auditor's pack as it stands at one moment, part by part: a checkpoint is taken first, so that all that is
 * packed is covered by one, but for what comes in between.
 */
export async function writePack(container: MedusaContainer, { now, actor, push }: PackInput): Promise<void> {
  const { knex } = container.resolve<SalesModuleService>(SALES_MODULE).db
  const checkpoint = await takeCheckpoint(knex, { at: now, actor })
  await readConsistently(knex, async (trx) => {
    const zip = new ZipWriter(push)
    await zip.write("README.txt", [PACK_README])
    await zip.write("verify.mjs", [PACK_VERIFIER])
    await zip.write("checkpoint.txt", checkpointFile(container, checkpoint))
    await zip.write("checkpoints.ndjson", checkpointRows(trx))
    await zip.write("sales.ndjson", saleRows(trx))
    await zip.write("snapshots.ndjson", snapshotRows(trx))
    await zip.write("events.ndjson", eventRows(trx))
    await zip.write("invoices.csv", invoiceRows(container))
    await zip.end({ made_at: now.toISOString(), checkpoint: checkpoint.number })
  })
}

/** A ZIP file that is written while it is read, with a manifest of what it holds. */
class ZipWriter {
  private readonly files: Record<string, { sha256: string; bytes: number }> = {}
  private readonly made: Uint8Array[] = []
  private failure: Error | null = null
  private readonly zip = new Zip((error, part) => {
    this.failure ??= error
    this.made.push(part)
  })

  constructor(private readonly push: PackInput["push"]) {}

  async write(name: string, parts: Parts): Promise<void> {
    const file = new ZipDeflate(name, { level: 6 })
    this.zip.add(file)
    const hash = createHash("sha256")
    let bytes = 0
    for await (const part of parts) {
      const data = Buffer.from(part)
      hash.update(data)
      bytes += data.length
      file.push(data)
      await this.flush()
    }
    file.push(new Uint8Array(0), true)
    await this.flush()
    this.files[name] = { sha256: hash.digest("hex"), bytes }
  }

  async end(about: Record<string, unknown>): Promise<void> {
    const format = "medusa-service-commerce/sales-pack/1"
    const { files } = this
    const manifest = `${JSON.stringify({ format, ...about, files: { ...files } }, null, 2)}\n`
    await this.write("manifest.json", [manifest])
    await this.write("manifest.sha256", [`${sha256(manifest)}  manifest.json\n`])
    this.zip.end()
    await this.flush()
  }

  private async flush(): Promise<void> {
    if (this.failure) {
      throw this.failure
    }
    for (const part of this.made.splice(0)) {
      await this.push(part)
    }
  }
}

const linesOf = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join("")

/** Pages of rows as lines, until one is not full. */
async function* pages<Row extends object>(read: (last: Row | null) => Promise<Row[]>): AsyncGenerator<string> {
  for (let last: Row | null = null, isLast = false; !isLast;) {
    const rows: Row[] = await read(last)
    if (rows.length) {
      yield linesOf(rows)
    }
    last = rows.at(-1) ?? null
    isLast = rows.length < PAGE
  }
}

const saleRows = (trx: Database) =>
  pages<Awaited<ReturnType<typeof packSales>>[number]>((last) => packSales(trx, { after: last?.id ?? "", limit: PAGE }))

const checkpointRows = (trx: Database) =>
  pages<Awaited<ReturnType<typeof readCheckpoints>>[number]>((last) =>
    readCheckpoints(trx, { after: last?.number ?? 0, limit: PAGE }),
  )

const snapshotRows = (trx: Database) =>
  pages<Awaited<ReturnType<typeof packSnapshots>>[number]>((last) =>
    packSnapshots(trx, { after: last ?? { sale_id: "", number: 0 }, limit: PAGE }),
  )

async function* eventRows(trx: Database): AsyncGenerator<string> {
  for (let after = { sale_id: "", seq: 0 }, isLast = false; !isLast;) {
    const links = await readLinks(trx, { after, limit: PAGE })
    yield linesOf(links.map(({ snapshot: _snapshot, ...link }) => link))
    const last = links.at(-1)
    after = last ? { sale_id: last.sale_id, seq: last.seq } : after
    isLast = links.length < PAGE
  }
}

async function* invoiceRows(container: MedusaContainer): AsyncGenerator<string> {
  yield csvHead(INVOICE_COLUMNS)
  for (let after = "", isLast = false; !isLast;) {
    const invoices = await invoiceLedger.get().page(container, { after, limit: PAGE })
    yield csvRows(INVOICE_COLUMNS, invoices)
    after = invoices.at(-1)?.id ?? ""
    isLast = invoices.length < PAGE
  }
}
