import { checkAmount, type Decimal } from "../../money"

/** How the buyer chooses (S3). */
export const OPTION_KINDS = ["choice", "text", "number", "quantity", "yes_no"] as const
export type OptionKind = (typeof OPTION_KINDS)[number]

/** What an option costs in one cycle and currency. */
export interface OptionPrice {
  /** Of a choice; null: of the option. */
  choice: string | null
  /** The variant of the cycle. */
  variant_id: string
  currency_code: string
  /** For each bill of one unit: of a quantity, for each of it. */
  amount: Decimal
  /** Once, with the order. */
  setup_fee: Decimal
}

/** Something about a service that its buyer chooses. */
export interface OptionDefinition {
  /** Names it for the provider, and in requests. */
  key: string
  kind: OptionKind
  label: string
  is_required: boolean
  /** Of a number or a quantity; of a text, its length. */
  min: number | null
  max: number | null
  /** From `min` on, in such steps. */
  step: number | null
  choices: { key: string; label: string }[]
  prices: OptionPrice[]
}

export interface OptionProblem {
  field: string
  reason: string
}

/** How many digits a number may have behind the point. */
const DECIMALS = 6
const hasRange = ({ kind }: OptionDefinition): boolean => kind === "number" || kind === "quantity" || kind === "text"

/** What is wrong with the options of a product, each field by its path. */
export function checkDefinitions(options: readonly OptionDefinition[], cycles: ReadonlySet<string>): OptionProblem[] {
  return options.flatMap((option, index) => {
    const at = `options.${index}`
    return [
      ...(options.findIndex(({ key }) => key === option.key) === index
        ? []
        : [{ field: `${at}.key`, reason: `"${option.key}" is there twice` }]),
      ...rangeProblems(option, at),
      ...choiceProblems(option, at),
      ...priceProblems(option, { at, cycles }),
    ]
  })
}

function rangeProblems(option: OptionDefinition, at: string): OptionProblem[] {
  const { min, max, step, kind } = option
  const given = [
    ["min", min],
    ["max", max],
    ["step", step],
  ] as const
  if (!hasRange(option)) {
    return given.flatMap(([name, value]) =>
      value === null ? [] : [{ field: `${at}.${name}`, reason: `An option of the kind "${kind}" has none` }],
    )
  }
  const problems: OptionProblem[] = []
  const isWhole = kind !== "number"
  for (const [name, value] of given) {
    if (value !== null && (isWhole ? !Number.isInteger(value) || value < 0 : !isShort(value))) {
      problems.push({ field: `${at}.${name}`, reason: isWhole ? "is a whole number" : "has at most 6 decimals" })
    }
  }
  if (min !== null && max !== null && min > max) {
    problems.push({ field: `${at}.max`, reason: "is below the least" })
  }
  if (step !== null && step <= 0 && !problems.some(({ field }) => field === `${at}.step`)) {
    problems.push({ field: `${at}.step`, reason: "is above zero" })
  }
  return problems.length ? problems : nothingToChoose(option, at)
}

/** The longest text that a buyer may write. */
export const MOST_TEXT = 500

/** Limits that leave nothing to be chosen: where it has to be, nobody could buy the product. */
function nothingToChoose({ kind, min, max, step }: OptionDefinition, at: string): OptionProblem[] {
  if (kind === "text" && min !== null && min > MOST_TEXT) {
    return [{ field: `${at}.min`, reason: `is at most ${MOST_TEXT}` }]
  }
  if (kind !== "number" && max === 0) {
    return [{ field: `${at}.max`, reason: "is above zero" }]
  }
  const isNoneAlone = kind === "quantity" && !min && step !== null && max !== null && step > max
  return isNoneAlone ? [{ field: `${at}.step`, reason: "is above the most" }] : []
}

const isShort = (value: number): boolean => Number(value.toFixed(DECIMALS)) === value

function choiceProblems({ kind, choices }: OptionDefinition, at: string): OptionProblem[] {
  if (kind !== "choice") {
    return choices.length ? [{ field: `${at}.choices`, reason: `An option of the kind "${kind}" has none` }] : []
  }
  const twice = choices.findIndex(({ key }, index) => choices.findIndex((one) => one.key === key) !== index)
  return [
    ...(choices.length ? [] : [{ field: `${at}.choices`, reason: "has at least one" }]),
    ...(twice < 0 ? [] : [{ field: `${at}.choices.${twice}.key`, reason: "is there twice" }]),
  ]
}

function priceProblems(
  { kind, choices, prices }: OptionDefinition,
  { at, cycles }: { at: string; cycles: ReadonlySet<string> },
): OptionProblem[] {
  const seen = new Set<string>()
  const known = new Set(choices.map(({ key }) => key))
  return prices.flatMap(({ choice, variant_id, currency_code, amount, setup_fee }, index) => {
    const field = `${at}.prices.${index}`
    const id = [choice, variant_id, currency_code].join("\n")
    const isTwice = seen.has(id)
    seen.add(id)
    if (isTwice) {
      return [{ field, reason: "is there twice" }]
    }
    if (!cycles.has(variant_id)) {
      return [{ field: `${field}.variant_id`, reason: "is no cycle of the product" }]
    }
    if (kind === "choice" ? choice === null || !known.has(choice) : choice !== null) {
      return [{ field: `${field}.choice`, reason: kind === "choice" ? "is none of its choices" : "It has no choices" }]
    }
    return Object.entries({ amount, setup_fee }).flatMap(([name, value]) => {
      const checked = checkAmount(value, currency_code)
      return checked.ok ? [] : [{ field: `${field}.${name}`, reason: checked.reason }]
    })
  })
}
