import { numberSigns, type NumberSigns } from "./number-signs"

/** What somebody has typed into a field for a number, as the field understands it. */
export type ReadNumber =
  | { kind: "empty" }
  /** A plain decimal, as the server takes it: `1234.5`. */
  | { kind: "number"; value: string }
  /** It may mean more than one number; these, as plain decimals. */
  | { kind: "ambiguous"; readings: string[] }
  | { kind: "not_a_number" }

const SPACES = /[\s\u00a0\u2009\u202f]/g
const APOSTROPHES = /['\u2019]/g
const MARKS = [".", ","] as const

/**
 * Reads a number by the signs of the reader's locale. Spaces and apostrophes group in every locale. A sign that the locale
 * does not have, or that stands where it cannot group, is read as a decimal sign only where it can mean nothing else:
 * `12.5` in French is 12.5, while `1.000` may be one or a thousand, and is refused.
 */
export function readNumber(text: string, locale: string): ReadNumber {
  const typed = text.trim()
  if (typed === "") {
    return { kind: "empty" }
  }
  const { decimal, group } = numberSigns(locale)
  const minus = /^[-\u2212]/.test(typed) ? "-" : ""
  const plain = typed.slice(minus.length).trim()
  if (!isGroupedBy(plain, SPACES) || !isGroupedBy(plain, APOSTROPHES)) {
    return { kind: "not_a_number" }
  }
  const digits = plain.replace(SPACES, "").replace(APOSTROPHES, "")
  const read = readPlain(digits, { decimal, group })
  if (read.kind === "ambiguous") {
    return { kind: "ambiguous", readings: read.readings.map((value) => minus + value) }
  }
  return read.kind === "number" ? { kind: "number", value: minus + read.value } : read
}

function readPlain(digits: string, { decimal, group }: NumberSigns): ReadNumber {
  const [whole = "", fraction, ...more] = digits.split(decimal)
  const isGrouped = MARKS.includes(group as (typeof MARKS)[number]) && whole.includes(group)
  if (!more.length && isDigits(fraction ?? "0") && (isGrouped ? isWellGrouped(whole, group) : isDigits(whole || "0"))) {
    return whole === "" && fraction === undefined
      ? { kind: "not_a_number" }
      : numberOf(whole.replaceAll(group, ""), fraction)
  }
  return readForeign(digits, { decimal, group })
}

/** A text with one mark that the locale does not use so. */
function readForeign(digits: string, { decimal, group }: NumberSigns): ReadNumber {
  const mark = MARKS.find((one) => one !== decimal && digits.includes(one))
  const [whole = "", fraction = "", ...more] = mark ? digits.split(mark) : []
  if (mark === undefined || !isDigits(whole) || !isDigits(fraction)) {
    return { kind: "not_a_number" }
  }
  if (more.length) {
    return isWellGrouped(digits, mark) ? numberOf(digits.replaceAll(mark, ""), undefined) : { kind: "not_a_number" }
  }
  const readings = [`${whole}${fraction}`, `${whole}.${fraction}`].map((value) => trimmed(value))
  return mark === group || fraction.length === 3 ? { kind: "ambiguous", readings } : numberOf(whole, fraction)
}

const isDigits = (text: string): boolean => /^\d+$/.test(text)

/** Groups of three, or of two before the last as India writes lakhs: `12,34,567`. */
function isWellGrouped(whole: string, group: string): boolean {
  const [first = "", ...others] = whole.split(group)
  const last = others.pop() ?? ""
  return /^\d{1,3}$/.test(first) && /^\d{3}$/.test(last) && others.every((part) => /^\d{2,3}$/.test(part))
}

/** Spaces and apostrophes stand between groups of digits, before the decimal sign. */
function isGroupedBy(text: string, sign: RegExp): boolean {
  const whole = text.split(/[.,]/)[0] ?? ""
  const rest = text.slice(whole.length)
  return rest.search(sign) < 0 && (whole.search(sign) < 0 || isWellGrouped(whole.replace(sign, "_"), "_"))
}

const numberOf = (whole: string, fraction: string | undefined): ReadNumber => ({
  kind: "number",
  value: trimmed(fraction === undefined ? whole || "0" : `${whole || "0"}.${fraction}`),
})

/** Without leading zeros; the digits after the point stay as they were typed, since `12.50` is an amount. */
const trimmed = (value: string): string => value.replace(/^0+(?=\d)/, "")
