import { compare, type Decimal } from "../../rules/money"
import type { CustomerProblem, PriceChange } from "../../rules/customers"
import { baseView, wordsOf, type Words } from "./catalogue-view"
import type { BasketContent, BasketContentLine } from "./quick-order-content"
import type { QuickOrderField, QuickOrderTexts } from "./quick-order-texts"

interface FieldSpec {
  field: QuickOrderField
  /** The name in the form. */
  name: string
  kind: "text" | "email" | "date" | "textarea" | "select"
  isRequired?: boolean
  isWhole?: boolean
  autocomplete?: string
}

const ALWAYS: FieldSpec[] = [
  { field: "purchaseOrderNumber", name: "purchase_order_number", kind: "text" },
  { field: "wantedOn", name: "wanted_on", kind: "date" },
]
const EMAIL: FieldSpec = { field: "email", name: "email", kind: "email", isRequired: true, autocomplete: "email" }
const NOTE: FieldSpec = { field: "note", name: "note", kind: "textarea", isWhole: true }
const ADDRESS: FieldSpec[] = [
  { field: "address.name", name: "name", kind: "text", isRequired: true, autocomplete: "name" },
  { field: "address.address_1", name: "address_1", kind: "text", isRequired: true, autocomplete: "street-address" },
  { field: "address.postal_code", name: "postal_code", kind: "text", isRequired: true, autocomplete: "postal-code" },
  { field: "address.city", name: "city", kind: "text", isRequired: true, autocomplete: "address-level2" },
  { field: "address.country_code", name: "country_code", kind: "select", isRequired: true, autocomplete: "country" },
]

/** The template's data: every text as it is shown. */
export function basketView(content: BasketContent) {
  const words = wordsOf(content)
  const { texts, money } = words
  const specs = [...(content.asks.email ? [EMAIL] : []), ...(content.asks.countries ? ADDRESS : []), ...ALWAYS, NOTE]
  return {
    ...baseView(content, words),
    turn: content.turn,
    problems: content.problems.map((problem) => problemView(problem, { content, words, specs })),
    changes: content.changes.map((change) => changeText(change, { words, lines: content.lines })),
    seen: JSON.stringify(content.changes.map(({ variantId, after }) => [variantId, after])),
    leftOut: content.leftOut.length ? texts.left_out(content.leftOut.join(", ")) : null,
    lines: content.lines.map((line) => lineView(line, words)),
    estimate: money(content.estimate),
    fields: specs.map((spec) => fieldView(spec, { content, words })),
  }
}

const isLower = (price: Decimal | null, list: Decimal | null): list is Decimal =>
  price !== null && list !== null && compare(price, list) < 0

function lineView(
  { variantId, title, detail, quantity, yourPrice, listPrice, sum }: BasketContentLine,
  { texts, money }: Words,
) {
  return {
    id: variantId,
    title: title ?? texts.article,
    detail,
    problem: title === null ? texts.not_sold : null,
    quantity,
    each: yourPrice === null ? "–" : money(yourPrice),
    list: isLower(yourPrice, listPrice) ? money(listPrice) : null,
    sum: sum === null ? "–" : money(sum),
  }
}

/** "Mug was €9.00, is now €8.00". */
export function changeText(
  { variantId, before, after }: PriceChange,
  { words: { texts, money }, lines }: { words: Words; lines: readonly { variantId: string; title: string | null }[] },
): string {
  const title = lines.find((line) => line.variantId === variantId)?.title ?? texts.article
  return `${title} ${after === null ? texts.gone : texts.was(money(before), money(after))}`
}

/** What is wrong, in the page's words: rules say it for programs. */
export function reasonText({ field, reason }: CustomerProblem, { problem }: QuickOrderTexts): string {
  const said: [RegExp, string][] = [
    [/is required/, problem.required],
    [/e-mail address/, problem.email],
    [/a date such as/, problem.date],
    [/in the past/, problem.past],
    [/at most \d+ signs/, problem.long],
    [/whole number/, problem.number],
    [/countries/, problem.country],
    [/quantity$/, problem.stock],
    [/way of shipping/, problem.shipping],
    [/at least one piece/, problem.required],
  ]
  return said.find(([pattern]) => pattern.test(reason))?.[1] ?? (field === "address" ? problem.shipping : problem.other)
}

function problemView(
  problem: CustomerProblem,
  { content, words: { texts, money }, specs }: { content: BasketContent; words: Words; specs: FieldSpec[] },
) {
  const spec = specs.find(({ field }) => field === problem.field)
  const label = texts.fields[spec?.field ?? (problem.field === "address" ? "address.city" : "items")]
  const isTooLittle = /must come to at least/.test(problem.reason) && content.minimum !== null
  const reason = isTooLittle ? texts.problem.minimum(money(content.minimum ?? "0")) : reasonText(problem, texts)
  return { text: `${label} ${reason}`, href: spec ? `#f-${spec.name}` : null }
}

function fieldView(spec: FieldSpec, { content, words: { texts } }: { content: BasketContent; words: Words }) {
  const problem = content.problems.find(({ field }) => field === spec.field)
  const countries = new Intl.DisplayNames([content.language], { type: "region" })
  return {
    ...spec,
    id: `f-${spec.name}`,
    label: texts.fields[spec.field],
    isRequired: spec.isRequired ?? false,
    isWhole: spec.isWhole ?? false,
    autocomplete: spec.autocomplete ?? null,
    min: spec.kind === "date" ? content.today : null,
    value: content.values[spec.name] ?? "",
    options: (content.asks.countries ?? []).map((code) => ({
      value: code,
      label: countries.of(code.toUpperCase()) ?? code,
    })),
    problem: problem ? reasonText(problem, texts) : null,
  }
}
