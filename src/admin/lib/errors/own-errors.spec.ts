import { readdirSync, readFileSync } from "fs"
import { join } from "path"
import { billedSubscription } from "../../../rules/__tests__/subscriptions"
import { cancelChange, checkRunDate, decideSplit, undoCancelChange } from "../../../rules/billing"
import resources from "../../i18n"
import { fieldProblems } from "../field-problems"
import { knownProblem } from "../known-problem"
import { knownError } from "./known-error"
import { OWN_ERRORS } from "./own-errors"
import { withoutIds } from "./without-ids"

const SRC = join(__dirname, "../../..")
/** Where the routes of the admin throw. What only a storefront or a developer can meet is not among it. */
const FOLDERS = [
  "api/admin",
  "workflows/billing/changes",
  "workflows/billing/offers",
  "workflows/billing/subscriptions",
  "workflows/discounts/catalog",
  "workflows/provisioning",
  "workflows/sales",
]
const ALSO = ["workflows/errors", "workflows/demo", "workflows/discounts/answers", "modules/billing/queries"]

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? sources(path) : /(?<!spec)\.ts$/.test(entry.name) ? [readFileSync(path, "utf8")] : []
  })

/** The messages that sources give to their errors, with a 7 for whatever stands in them. */
const messages: string[] = [...FOLDERS, ...ALSO]
  .flatMap((folder) => sources(join(SRC, folder)))
  .flatMap((text) => [
    ...text.matchAll(/new MedusaError\(\s*MedusaError\.Types\.(?!UNEXPECTED)\w+,\s*(["`])(.+?)\1[,)\n]/g),
  ])
  .map(([, , message = ""]) => message.replace(/\$\{(?:[^{}]|\{[^}]*\})*\}/g, "7"))

const isKnown = (message: string) => knownProblem(OWN_ERRORS, message) !== null
const codes = [...new Set(OWN_ERRORS.map(([, code]) => code))]

describe("the store's own errors", () => {
  it("have a text for each code, in English and in French", () => {
    for (const { serviceUi: texts } of [resources.en, resources.fr]) {
      expect(codes.filter((code) => !(code in texts.server))).toEqual([])
    }
  })

  it("are all known that the admin's routes throw, or name their field", () => {
    expect(messages.length).toBeGreaterThan(15)
    // Titles of problems of fields stand at the fields.
    const others = messages.filter((one) => !isKnown(one) && !fieldProblems(one).length && !/^7(\. 7|: 7)$/.test(one))
    expect(others.filter((one) => !/^Cannot be deleted: 7/.test(one))).toEqual([])
  })

  it("are known where a rule says why", () => {
    const settings = { invoiceDaysBefore: 7 }
    const canceled = billedSubscription({ status: "canceled" })
    const scheduled = billedSubscription({ cancel_on: "2026-02-28" })
    const cancel = { when: "period_end", reason: null, asOf: "2026-02-10" } as const
    const answers = [
      cancelChange(canceled, cancel, settings),
      cancelChange(scheduled, cancel, settings),
      undoCancelChange(canceled, "2026-02-10", settings),
      undoCancelChange(billedSubscription(), "2026-02-10", settings),
      undoCancelChange(scheduled, "2026-02-28", settings),
    ]
    const reasons = answers.flatMap((answer) => (answer.ok ? [] : answer.reason))
    expect(reasons).toHaveLength(answers.length)
    expect([...reasons, checkRunDate("2026-03-02", "2026-03-01") ?? ""].filter((one) => !isKnown(one))).toEqual([])
    const splits = [
      decideSplit({ status: "canceled", has: 3, move: 1 }),
      decideSplit({ status: "suspended", has: 3, move: 1 }),
      decideSplit({ status: "active", has: 1, move: 1 }),
      decideSplit({ status: "active", has: 3, move: 3 }),
    ].flatMap((one) => (one.kind === "refuse" ? one.reason : []))
    expect(splits).toHaveLength(4)
    expect(splits.filter((one) => !isKnown(one))).toEqual([])
  })

  it("keep their numbers and lose their ids", () => {
    const message =
      "Cannot be deleted: 2 subscriptions run for customer cus_01M8K9RTSVBP5A16CYG8ZH1XJ9 (#1, #2). End them first"
    expect(knownProblem(OWN_ERRORS, message)).toEqual({ key: "subscriptions_run", values: { count: "2" } })
    expect(
      withoutIds('The coupon "promo_01M8K9RTSVBP5A16CYG8ZH1XJ9" of order_01M8K9RVW9XGBTK43CM5GQXPX3_1 is used'),
    ).toBe("The coupon … of … is used")
    expect(withoutIds("provider_id: must be text")).toBe("provider_id: must be text")
  })
})

describe("an error of another's", () => {
  const answered = (status: number) => Object.assign(new Error("Something in English"), { status })

  it("is known by its status, where that says enough", () => {
    expect([401, 403, 404, 409, 429, 500, 502].map((status) => knownError(answered(status))?.key)).toEqual([
      "logged_out",
      "forbidden",
      "not_found",
      "conflict",
      "too_often",
      "failed",
      "failed",
    ])
    for (const { serviceUi: texts } of [resources.en, resources.fr]) {
      expect(Object.keys(texts.server)).toEqual(expect.arrayContaining(["forbidden", "too_often", "failed"]))
    }
  })

  it("is left to the server's words where it does not", () => {
    expect(knownError(answered(400))).toBeNull()
    expect(knownError(new TypeError("Failed to fetch"))).toBeNull()
  })
})
