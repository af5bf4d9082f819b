import type { ExecArgs } from "@medusajs/framework/types"
import { planCustomersImport } from "../../src/workflows/customers/imports/plan-customers-import"
import { importCustomersWorkflow } from "../../src/workflows/customers/imports/import-customers"
import { readInput, writeOutput } from "../support/child"
import { chanceOf, personOf } from "../support/write-people"

const COLUMNS = [
  "name",
  "contact_person",
  "email",
  "phone",
  "address_1",
  "postal_code",
  "city",
  "country_code",
] as const
const AS_OF = "2026-11-29"

/** A file of customers whom the store does not have, each with a note. */
function fileOf(count: number, town: string | null): string {
  const chance = chanceOf(11)
  const rows = Array.from({ length: count }, (_, index) => {
    const person = {
      ...personOf(index, chance),
      email: `new.${index}@import.example`,
      phone: `+33 1 ${40_000_000 + index}`,
    }
    const cells = COLUMNS.map((column) => (column === "city" ? (town ?? person.city) : person[column]) ?? "")
    return [...cells, `Met at the fair, stand ${index % 90}`].map((cell) => `"${cell}"`).join(";")
  })
  return Buffer.from(`${[...COLUMNS, "notes"].join(";")}\n${rows.join("\n")}\n`).toString("base64")
}

async function secondsOf<Result>(work: () => Promise<Result>): Promise<{ seconds: number; result: Result }> {
  const begun = performance.now()
  const result = await work()
  return { seconds: (performance.now() - begun) / 1000, result }
}

/** Reads a file without writing, writes it, writes it again with a changed column, and once more as it is. */
export default async function importCustomers({ container }: ExecArgs): Promise<void> {
  const { count } = readInput<{ count: number }>()
  const editing = { at: new Date().toISOString(), as_of: AS_OF, by: null }
  const write = (id: string, content: string) =>
    secondsOf(async () => {
      const input = { id: `cimp_${id}`, file_name: "customers.csv", content, editing }
      return (await importCustomersWorkflow(container).run({ input })).result
    })
  const file = fileOf(count, null)
  const moved = fileOf(count, "Olten")
  const dry = await secondsOf(() => planCustomersImport(container, file, AS_OF))
  const created = await write("1", file)
  const updated = await write("2", moved)
  const unchanged = await write("3", moved)
  const counts = [
    dry.result.counts.created_count,
    created.result.created_count,
    updated.result.updated_count,
    unchanged.result.unchanged_count,
  ]
  if (counts.some((one) => one !== count)) {
    throw new Error(`Of ${count} rows so many were imported: ${counts.join(", ")}`)
  }
  const seconds = { dry: dry.seconds, created: created.seconds, updated: updated.seconds, unchanged: unchanged.seconds }
  writeOutput(seconds)
}
