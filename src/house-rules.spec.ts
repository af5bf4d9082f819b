import { execFileSync } from "node:child_process"
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { findNameProblems, MOST_FILES } from "../scripts/lint-rules/names.cjs"

/**
 * Each rule of the house is broken on purpose, in a house made for it: a rule that nothing can break holds nothing. The
 * rules are those of .dependency-cruiser.cjs, eslint.config.mjs and scripts/lint-rules, as `npm run lint` uses them.
 */
const project = process.cwd()

interface Cruised {
  summary: { violations: { from: string; to: string; rule: { name: string } }[] }
}

/** A folder in which files import each other's types alone. */
const TYPES_ALONE = "src/workflows/demo/"

/** Files of the house by path; each imports the paths that it is given. Answers the broken rules, each with its file. */
function cruise(files: Record<string, string[]>): string[] {
  const house = mkdtempSync(join(tmpdir(), "house-"))
  try {
    for (const path of new Set([...Object.keys(files), ...Object.values(files).flat()])) {
      const word = path.startsWith(TYPES_ALONE) ? "import type" : "import"
      const imports = (files[path] ?? []).map((to, nth) => `${word} { x as x${nth} } from "${relativeTo(path, to)}"`)
      mkdirSync(dirname(join(house, path)), { recursive: true })
      writeFileSync(join(house, path), [...imports, "export const x = 1", ""].join("\n"))
    }
    cpSync(join(project, ".dependency-cruiser.cjs"), join(house, ".dependency-cruiser.cjs"))
    cpSync(join(project, "scripts/lint-rules"), join(house, "scripts/lint-rules"), { recursive: true })
    writeFileSync(join(house, "tsconfig.check.json"), JSON.stringify({ include: ["src"] }))
    const command = join(project, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs")
    const args = [command, "src", "--config", ".dependency-cruiser.cjs", "--output-type", "json"]
    const output = execFileSync(process.execPath, args, { cwd: house, encoding: "utf8", maxBuffer: 1e8 })
    const { summary } = JSON.parse(output) as Cruised
    return [...new Set(summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`))].sort()
  } finally {
    rmSync(house, { recursive: true, force: true })
  }
}

const relativeTo = (from: string, to: string): string =>
  `${"../".repeat(from.split("/").length - 1)}${to.replace(/\.ts$/, "")}`

describe("imports", () => {
  it("a breach of each rule is found, and what is allowed is not", () => {
    const breaches: Record<string, [string, string]> = {
      "rules-are-pure": ["src/rules/billing/a.ts", "src/modules/billing/index.ts"],
      "money-and-calendar-stand-alone": ["src/rules/money/a.ts", "src/rules/billing/b.ts"],
      "rooms-of-rules-are-apart": ["src/rules/discounts/a.ts", "src/rules/billing/b.ts"],
      "packages-know-no-billing": ["src/rules/customers/a.ts", "src/rules/packages/b.ts"],
      "contracts-say-shapes": ["src/contracts/billing/a.ts", "src/modules/billing/index.ts"],
      "modules-hold-data": ["src/modules/billing/a.ts", "src/modules/discounts/index.ts"],
      "modules-by-index": ["src/workflows/billing/runs/a.ts", "src/modules/billing/queries/b.ts"],
      "core-knows-no-room": ["src/modules/core/a.ts", "src/modules/billing/index.ts"],
      "pages-draw": ["src/pages/base/a.ts", "src/modules/billing/index.ts"],
      "payment-forms-are-pure": ["src/payment-forms/a.ts", "src/workflows/billing/runs/b.ts"],
      "pages-are-drawn-by-routes": ["src/workflows/billing/runs/c.ts", "src/pages/base/b.ts"],
      "documents-know-no-store": ["src/documents/a.ts", "src/modules/billing/index.ts"],
      "options-are-shapes": ["src/options/a.ts", "src/modules/billing/index.ts"],
      "workflow-rooms-are-apart": ["src/workflows/billing/renewals/a.ts", "src/workflows/discounts/catalog/b.ts"],
      "nobody-imports-the-composition": ["src/workflows/billing/charges/a.ts", "src/workflows/rooms.ts"],
      "what-rooms-share-knows-none": ["src/workflows/events/a.ts", "src/workflows/billing/runs/b.ts"],
      "nobody-imports-the-edges": ["src/workflows/billing/offers/a.ts", "src/api/b.ts"],
      "edges-are-apart": ["src/jobs/a.ts", "src/api/b.ts"],
      "admin-sees-shapes": ["src/admin/a.ts", "src/workflows/billing/runs/b.ts"],
      "plugin-stands-alone": ["src/api/a.ts", "bench/b.ts"],
    }
    const circles = {
      "src/workflows/clock/one.ts": ["src/workflows/clock/two.ts"],
      "src/workflows/clock/two.ts": ["src/workflows/clock/one.ts"],
      [`${TYPES_ALONE}one.ts`]: [`${TYPES_ALONE}two.ts`],
      [`${TYPES_ALONE}two.ts`]: [`${TYPES_ALONE}one.ts`],
    }
    const others = {
      "src/workflows/discounts/answers/a.ts": ["src/modules/billing/index.ts"],
      "src/workflows/discounts/report/a.ts": ["src/rules/billing/b.ts"],
    }
    const allowed = {
      "src/workflows/billing/invoices/fine.ts": [
        "src/modules/billing/index.ts",
        "src/modules/core/index.ts",
        "src/rules/billing/b.ts",
        "src/workflows/errors/b.ts",
        "src/workflows/events/b.ts",
        "src/workflows/orders/b.ts",
        "src/workflows/ports/b.ts",
      ],
      "src/workflows/rooms.ts": ["src/workflows/billing/runs/b.ts", "src/workflows/discounts/catalog/b.ts"],
    }
    const files: Record<string, string[]> = { ...circles, ...others, ...allowed }
    for (const [from, to] of Object.values(breaches)) {
      files[from] = [...(files[from] ?? []), to]
    }
    const expected = [
      ...Object.entries(breaches).map(([rule, [from]]) => `${rule}: ${from}`),
      // A circle is reported once, by the file that it was found from.
      "no-circle: src/workflows/clock/one.ts",
      `no-circle: ${TYPES_ALONE}one.ts`,
      ...Object.keys(others).map((from) => `workflow-rooms-are-apart: ${from}`),
    ]
    const found = cruise(files)
    expect(found.filter((one) => !expected.includes(one)).filter((one) => !isTwofold(one))).toEqual([])
    expect(expected.filter((one) => !found.includes(one))).toEqual([])
  }, 120_000)
})

/** Some breaches break another rule, too: what rules import, a contract may not. */
const isTwofold = (found: string): boolean =>
  ["rules-are-pure: ", "modules-hold-data: ", "core-knows-no-room: "].some((rule) => found.startsWith(rule))

/** ESLint's messages for snippets, as if they stood at these paths. Nothing but the text is looked at: there is no such file. */
function lint(snippets: { path: string; text: string }[]): string[][] {
  const program = `
    import { ESLint } from "eslint"
    import tseslint from "typescript-eslint"
    const eslint = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] })
    const found = []
    for (const { path, text } of JSON.parse(process.argv[1])) {
      const [result] = await eslint.lintText(text, { filePath: path })
      found.push(result.messages.map(({ message }) => message))
    }
    process.stdout.write(JSON.stringify(found))`
  const args = ["--input-type=module", "--eval", program, JSON.stringify(snippets)]
  return JSON.parse(execFileSync(process.execPath, args, { cwd: project, encoding: "utf8" })) as string[][]
}

describe("statements", () => {
  it("stand in queries, and nowhere else", () => {
    const call = 'export const read = (knex: (table: string) => unknown): unknown => knex("billing_run")\n'
    const raw = 'export const read = (db: { raw: (sql: string) => unknown }): unknown => db.raw("select 1")\n'
    const open =
      "export const open = (db: { transaction: (work: () => void) => unknown }): unknown => db.transaction(() => undefined)\n"
    const type = 'import type { Knex } from "@medusajs/framework/mikro-orm/knex"\n\nexport type Handle = Knex\n'
    const step = "src/workflows/billing/runs/made-up.ts"
    const query = "src/modules/billing/queries/runs/made-up.ts"
    const translation = "src/workflows/billing/offers/current-prices.ts"
    const [calls, raws, opens, types, inApi, inModule, inTranslation, ...inQueries] = lint([
      { path: step, text: call },
      { path: step, text: raw },
      { path: step, text: open },
      { path: step, text: type },
      { path: "src/api/made-up.ts", text: call },
      { path: "src/modules/billing/made-up.ts", text: type },
      { path: translation, text: call },
      { path: query, text: call },
      { path: query, text: open },
      { path: query, text: type },
    ])
    const messages = [expect.stringContaining("Statements stand in src/modules/<room>/queries")]
    expect(calls).toEqual(messages)
    expect(raws).toEqual(messages)
    expect(inApi).toEqual(messages)
    expect(inTranslation).toEqual(messages)
    expect(opens).toEqual([expect.stringContaining("A transaction is opened by a query")])
    expect(types).toEqual([expect.stringContaining("The handle's type is the module's `Database`")])
    expect(inModule).toEqual(types)
    expect(inQueries).toEqual([[], [], []])
  }, 120_000)
})

describe("names", () => {
  it.each<[string, string, RegExp]>([
    ["a file in camelCase", "src/rules/billing/offers/planOffer.ts", /in kebab-case/],
    ["a folder in camelCase", "src/rules/money/bigNumbers/add.ts", /call the folder in kebab-case/],
    ["a file of this and that", "src/rules/money/money-utils.ts", /says nothing of what is in it/],
    ["a folder of this and that", "src/workflows/helpers/add.ts", /call the folder for its topic/],
    ["an unknown topic in rules", "src/rules/billing/pricing/add.ts", /"pricing" is no topic of billing/],
    ["an unknown topic in workflows", "src/workflows/discounts/promos/add.ts", /"promos" is no topic of discounts/],
    ["an unknown topic in queries", "src/modules/billing/queries/money/add.ts", /"money" is no topic of billing/],
  ])("%s is found", (_, path, message) => {
    expect(findNameProblems([path])).toEqual([expect.stringMatching(message)])
  })

  it("a crowded folder is found", () => {
    const files = Array.from({ length: MOST_FILES + 1 }, (_, n) => `src/rules/money/rule-${n}.ts`)
    expect(findNameProblems(files)).toEqual([expect.stringMatching(/src\/rules\/money: \d+ files stand here/)])
    expect(findNameProblems(files.slice(1))).toEqual([])
  })

  it("two migrations of one name are found, whichever modules they are of", () => {
    const files = ["core", "billing"].map((room) => `src/modules/${room}/migrations/Migration20261129111000.ts`)
    expect(findNameProblems(files)).toEqual([expect.stringMatching(/would never run/)])
  })

  it("what tools call so, and what is called well, is left alone", () => {
    expect(
      findNameProblems([
        "src/modules/billing/migrations/Migration20261121190000.ts",
        "src/api/admin/billing/runs/[id]/route.ts",
        "src/admin/i18n/billing.fr.json",
        "src/rules/__tests__/arbitrary-discount-facts.ts",
        "src/rules/README.md",
        "src/rules/billing/offers/plan-offer.spec.ts",
        "src/workflows/billing/runs/steps/open-run.ts",
      ]),
    ).toEqual([])
  })
})
