import { isPositive, multiply, type Decimal } from "../../money"
import { MOST_TEXT, type OptionDefinition, type OptionProblem } from "./option-definition"

export type OptionValue = string | number | boolean

/** What a buyer has chosen, with what it costs one unit of the service. */
export interface ChosenOption {
  key: string
  label: string
  value: OptionValue
  /** The value in words, as documents have it. */
  shown: string
  /** For each bill. */
  amount: Decimal
  /** Once. */
  setupFee: Decimal
}

export type ChosenOptions = { ok: true; options: ChosenOption[] } | { ok: false; problem: OptionProblem }

/** The field of a request that has the values. */
export const OPTIONS_FIELD = "options"

/**
 * Checks what a buyer has chosen against a product's options and prices it in one cycle and currency (S3). What is left out is not
 * chosen; what is required has to be there, and nothing else may. The preview, the cart and a later change ask it.
 */
export function chooseOptions(
  definitions: readonly OptionDefinition[],
  given: unknown,
  of: { variantId: string; currencyCode: string },
): ChosenOptions {
  const values = given ?? {}
  if (!isObject(values)) {
    return problem(OPTIONS_FIELD, "is an object of keys and values")
  }
  const known = new Set(definitions.map(({ key }) => key))
  const stranger = Object.keys(values).find((key) => !known.has(key))
  if (stranger !== undefined) {
    return problem(`${OPTIONS_FIELD}.${stranger.slice(0, 60)}`, "The product has no such option")
  }
  const options: ChosenOption[] = []
  for (const definition of definitions) {
    const value = Object.hasOwn(values, definition.key) ? values[definition.key] : undefined
    const read = readValue(definition, value)
    if (!read.ok) {
      return problem(`${OPTIONS_FIELD}.${definition.key}`, read.reason)
    }
    if (read.value !== null) {
      options.push(priced(definition, read.value, of))
    }
  }
  return { ok: true, options }
}

const problem = (field: string, reason: string): ChosenOptions => ({ ok: false, problem: { field, reason } })

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

type Read = { ok: true; value: OptionValue | null } | { ok: false; reason: string }
const read = (value: OptionValue | null): Read => ({ ok: true, value })
const wrong = (reason: string): Read => ({ ok: false, reason })

const CONTROLS = /[\p{Cc}\p{Surrogate}\u2028\u2029]/u

function readValue(definition: OptionDefinition, given: unknown): Read {
  const isMissing = given === undefined || given === null || (typeof given === "string" && !given.trim())
  if (isMissing) {
    return definition.is_required ? wrong("has to be chosen") : read(null)
  }
  switch (definition.kind) {
    case "choice":
      return typeof given === "string" && definition.choices.some(({ key }) => key === given)
        ? read(given)
        : wrong(`is one of ${definition.choices.map(({ key }) => key).join(", ")}`)
    case "yes_no":
      return readYesNo(definition, given)
    case "text":
      return readText(definition, given)
    case "number":
    case "quantity":
      return readNumber(definition, given)
  }
}

function readYesNo({ is_required }: OptionDefinition, given: unknown): Read {
  if (typeof given !== "boolean") {
    return wrong("is true or false")
  }
  return given ? read(true) : is_required ? wrong("has to be chosen") : read(null)
}

function readText({ min, max }: OptionDefinition, given: unknown): Read {
  if (typeof given !== "string" || CONTROLS.test(given)) {
    return wrong("is a line of text")
  }
  const text = given.trim()
  const [least, most] = [Math.max(1, min ?? 1), Math.min(MOST_TEXT, max ?? MOST_TEXT)]
  return text.length < least || text.length > most ? wrong(`has ${least} to ${most} characters`) : read(text)
}

function readNumber({ kind, min, max, step, is_required }: OptionDefinition, given: unknown): Read {
  if (typeof given !== "number" || !Number.isFinite(given)) {
    return wrong("is a number")
  }
  if (Number(given.toFixed(DECIMALS)) !== given) {
    return wrong(`has at most ${DECIMALS} decimals`)
  }
  const least = min ?? (kind === "quantity" ? 0 : -MOST)
  const most = max ?? MOST
  if (given < least || given > most) {
    return wrong(`is from ${least} to ${most}`)
  }
  const grid = step ?? (kind === "quantity" ? 1 : null)
  if (grid !== null && !isOnGrid(given - (min ?? 0), grid)) {
    return wrong(`goes in steps of ${grid}${min === null ? "" : ` from ${min}`}`)
  }
  if (kind === "quantity" && given === 0) {
    return is_required ? wrong("has to be chosen") : read(null)
  }
  return read(given)
}

const MOST = 1_000_000
/** Steps and values have at most six decimals: in millionths they are whole. */
const DECIMALS = 6
const PARTS = 1_000_000

/** Binary numbers do not hit decimals exactly: in millionths they do. */
const isOnGrid = (distance: number, step: number): boolean => inParts(distance) % inParts(step) === 0n

const inParts = (value: number): bigint => BigInt((value * PARTS).toFixed(0))

function priced(
  { key, kind, label, choices, prices }: OptionDefinition,
  value: OptionValue,
  { variantId, currencyCode }: { variantId: string; currencyCode: string },
): ChosenOption {
  const choice = kind === "choice" ? String(value) : null
  const price = prices.find(
    (one) => one.choice === choice && one.variant_id === variantId && one.currency_code === currencyCode,
  )
  const units = kind === "quantity" ? String(value) : "1"
  return {
    key,
    label,
    value,
    shown: shownAs(kind, value, choices),
    amount: times(price?.amount ?? "0", units),
    setupFee: times(price?.setup_fee ?? "0", units),
  }
}

const times = (amount: Decimal, units: Decimal): Decimal => (isPositive(amount) ? multiply(amount, units) : "0")

function shownAs(kind: OptionDefinition["kind"], value: OptionValue, choices: OptionDefinition["choices"]): string {
  if (kind === "yes_no") {
    return ""
  }
  const label = kind === "choice" ? choices.find(({ key }) => key === value)?.label : undefined
  return label ?? String(value)
}

/** The values alone, as a provider is given them. */
export const valuesOf = (options: readonly Pick<ChosenOption, "key" | "value">[]): Record<string, OptionValue> =>
  Object.fromEntries(options.map(({ key, value }) => [key, value]))

/** What an option's line is called on documents. */
export const optionTitle = ({ label, shown }: Pick<ChosenOption, "label" | "shown">): string =>
  shown ? `${label}: ${shown}` : label
