/** The most digits a percentage may have: 33.3333 %. */
const MOST_DECIMALS = 4

const PLAIN = /^-?\d{1,40}(\.\d{1,40})?$/

/** Why something is not a percentage from 0 to 100; null where it is one. */
export function checkPercent(input: unknown): string | null {
  const text = typeof input === "number" ? String(input) : input
  if (typeof text !== "string" || !PLAIN.test(text)) {
    return "must be a decimal number such as 12.5"
  }
  if (text.startsWith("-") && /[1-9]/.test(text)) {
    return "must not be negative"
  }
  const [whole = "", decimals = ""] = text.replace("-", "").split(".")
  if (decimals.replace(/0+$/, "").length > MOST_DECIMALS) {
    return `takes at most ${MOST_DECIMALS} decimals`
  }
  const isAbove = BigInt(whole) > 100n || (BigInt(whole) === 100n && /[1-9]/.test(decimals))
  return isAbove ? "must not be more than 100" : null
}
