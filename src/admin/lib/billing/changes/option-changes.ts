import type { OptionAnswer } from "../../../../contracts/provisioning/options"

export type ChosenValues = Record<string, string | number | boolean>

/** What is chosen of an option, as a field shows it. */
export const shownValue = (value: ChosenValues[string] | undefined): string =>
  value === undefined ? "" : String(value)

/** What is chosen after a field was changed; empty: nothing is. */
export function withValue(values: ChosenValues, { key, kind }: Pick<OptionAnswer, "key" | "kind">, text: string) {
  const { [key]: _before, ...others } = values
  if (text === "" || (kind === "yes_no" && text !== "true")) {
    return others
  }
  const value = kind === "number" || kind === "quantity" ? Number(text) : kind === "yes_no" ? true : text
  return { ...others, [key]: value }
}

/** Whether the same is chosen, in whatever order. */
export const isSameChoice = (one: ChosenValues, other: ChosenValues): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([key, value]) => other[key] === value)
