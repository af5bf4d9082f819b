import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { say } from "../../scripts/machine/say.mjs"

const rounded = (value) => (typeof value === "number" ? Number(value.toPrecision(4)) : value)

/**
 * One figure beside its reference.
 *
 * @param {{ name: string, unit: string, ours: number, reference: number, reference_name: string, atLeast?: number,
 *   atMost?: number } & object} figure the goal is about ours / reference; what else is given is kept in the file
 */
export function compare({ name, unit, ours, reference, reference_name, atLeast, atMost, ...more }) {
  const ratio = ours / reference
  const goal = atLeast === undefined ? `at most ${atMost}` : `at least ${atLeast}`
  const met = atLeast === undefined ? ratio <= atMost : ratio >= atLeast
  const figures = { ours: rounded(ours), reference: rounded(reference) }
  return { name, unit, ...figures, reference_name, ratio: rounded(ratio), goal, met, ...more }
}

/**
 * The file holds the newest figures of each case: those that were measured now take the place of the case's older ones.
 * What a figure is compared with is always of its own run.
 *
 * @param {{ case: string }[]} results
 * @param {{ file: "latest" | "quick", cases: string[] }} where and the order of the cases
 */
export function writeResults(project, results, { file: name, cases }) {
  const folder = join(project, "bench", "results")
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${name}.json`)
  const older = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : []
  const measured = new Set(results.map((figure) => figure.case))
  const measured_at = new Date().toISOString()
  const all = [
    ...older.filter((figure) => !measured.has(figure.case)),
    ...results.map((figure) => ({ ...figure, measured_at })),
  ]
  const inOrder = cases.flatMap((one) => all.filter((figure) => figure.case === one))
  writeFileSync(file, `${JSON.stringify(inOrder, null, 2)}\n`)
  return file
}

const COLUMNS = ["name", "unit", "ours", "reference", "ratio", "goal", "met", "reference_name"]

export function printTable(results) {
  const rows = results.map((result) => ({ ...result, met: result.met ? "yes" : "NO" }))
  const text = [COLUMNS, ...rows.map((row) => COLUMNS.map((column) => String(row[column])))]
  const widths = COLUMNS.map((_, column) => Math.max(...text.map((row) => row[column].length)))
  const lines = text.map((row) => row.map((cell, column) => cell.padEnd(widths[column])).join("  "))
  say(["", lines[0], widths.map((width) => "-".repeat(width)).join("  "), ...lines.slice(1), ""].join("\n"))
}
