import { minorUnits, multiply, type Decimal } from "../../money"
import type { DiscountFacts } from "../types"

/** A price is multiplied by at most three percentages, one after the other: personal, article, order. */
const MOST_FACTORS = 3

const PLAIN = /^-?\d+(\.\d+)?$/

/**
 * Exact arithmetic for one evaluation. An amount is held as a whole number of subunits, a unit so fine that a price
 * times three percentages is exact; a percentage as a whole number of its own finest digit. Only `toUnits` and
 * `floorToUnits` round, to the currency's minor unit.
 */
export class FixedPoint {
  /** Subunits in one minor unit of the currency. */
  readonly minor: bigint
  /** Zero, as an amount is written. */
  readonly nothing: Decimal
  private readonly one: bigint
  private readonly known = new Map<Decimal, bigint>()
  private readonly digits: number
  private readonly minorDigits: number
  private readonly percentDigits: number
  /** 100 %, as `readPercent` reads it. */
  readonly hundred: bigint

  constructor(currencyCode: string, decimals: { amounts: number; percentages: number }) {
    this.minorDigits = minorUnits(currencyCode)
    this.percentDigits = decimals.percentages
    this.digits = Math.max(decimals.amounts, this.minorDigits) + MOST_FACTORS * (this.percentDigits + 2)
    this.one = tenTo(this.digits)
    this.minor = tenTo(this.digits - this.minorDigits)
    this.hundred = tenTo(this.percentDigits + 2)
    this.nothing = written(0n, this.minorDigits)
  }

  /** Cache: the same few figures are read many times in an evaluation. */
  read(amount: Decimal): bigint {
    const known = this.known.get(amount)
    if (known !== undefined) {
      return known
    }
    const subunits = wholeOf(amount, this.digits)
    this.known.set(amount, subunits)
    return subunits
  }

  /** Digits finer than a subunit are dropped: an amount that another program has calculated has any number of them. */
  readCoarsely(amount: Decimal): bigint {
    const point = amount.indexOf(".")
    return this.read(point < 0 ? amount : amount.slice(0, point + 1 + this.digits).replace(/\.$/, ""))
  }

  readPercent(percent: Decimal): bigint {
    return wholeOf(percent, this.percentDigits)
  }

  /** A quantity can be a fraction: goods sold by weight. */
  readNumber(quantity: number): bigint {
    return Number.isSafeInteger(quantity) ? BigInt(quantity) * this.one : this.read(String(quantity))
  }

  times(unitPrice: Decimal, quantity: number): bigint {
    return Number.isSafeInteger(quantity)
      ? this.read(unitPrice) * BigInt(quantity)
      : this.read(multiply(unitPrice, quantity))
  }

  /** Exact for three percentages one after the other. */
  percentOf(subunits: bigint, percent: bigint): bigint {
    return (subunits * percent) / this.hundred
  }

  /** Rounds half up to minor units; the input is never negative. */
  toUnits(subunits: bigint): bigint {
    return (subunits * 2n + this.minor) / (this.minor * 2n)
  }

  floorToUnits(subunits: bigint): bigint {
    return subunits > 0n ? subunits / this.minor : 0n
  }

  writeUnits(units: bigint): Decimal {
    return written(units, this.minorDigits)
  }

  /** A quantity, in subunits as amounts are. */
  writeNumber(subunits: bigint): Decimal {
    return subunits % this.one === 0n ? String(subunits / this.one) : written(subunits, this.digits).replace(/0+$/, "")
  }

  /** Padded to the minor unit; finer, if it is. */
  write(subunits: bigint): Decimal {
    return subunits % this.minor === 0n
      ? this.writeUnits(subunits / this.minor)
      : written(subunits, this.digits).replace(/0+$/, "")
  }
}

/** The fixed point for these facts: as fine as the finest amount and percentage in them. */
export function fixedPointOf({
  personalPercent,
  settings,
  lines,
  discounts,
  orderDiscounts,
  currencyCode,
}: DiscountFacts): FixedPoint {
  let amounts = 0
  let percentages = Math.max(
    decimalsOf(personalPercent),
    decimalsOf(settings.maxDiscountPercent),
    decimalsOf(settings.minMarginPercent),
  )
  for (const { unitPrice, taken, promoted, unitCost, quantity } of lines) {
    const ofQuantity = Number.isSafeInteger(quantity) ? 0 : decimalsOf(multiply("1", quantity))
    amounts = Math.max(amounts, ofQuantity + Math.max(decimalsOf(unitPrice), decimalsOf(unitCost)), decimalsOf(taken))
    amounts = Math.max(amounts, decimalsOf(promoted ?? null))
  }
  for (const { rules } of discounts) {
    for (const { min, max, mode, value } of rules) {
      amounts = Math.max(amounts, decimalsOf(min), decimalsOf(max), mode === "fixed" ? decimalsOf(value) : 0)
      percentages = Math.max(percentages, mode === "percent" ? decimalsOf(value) : 0)
    }
  }
  for (const { ranges } of orderDiscounts) {
    for (const { min, max, percent } of ranges) {
      amounts = Math.max(amounts, decimalsOf(min), decimalsOf(max))
      percentages = Math.max(percentages, decimalsOf(percent))
    }
  }
  return new FixedPoint(currencyCode, { amounts, percentages })
}

function decimalsOf(value: Decimal | null): number {
  const point = value === null ? -1 : value.indexOf(".")
  return value === null || point < 0 ? 0 : value.length - point - 1
}

const POWERS = Array.from({ length: 64 }, (_, exponent) => 10n ** BigInt(exponent))
const tenTo = (exponent: number): bigint => POWERS[exponent] ?? 10n ** BigInt(exponent)

/** Throws RangeError where the text is not an amount. */
function wholeOf(text: Decimal, digits: number): bigint {
  if (!PLAIN.test(text)) {
    throw new RangeError(`"${text}" is not an amount`)
  }
  const point = text.indexOf(".")
  if (point < 0) {
    return BigInt(text) * tenTo(digits)
  }
  const decimals = text.length - point - 1
  return BigInt(text.slice(0, point) + text.slice(point + 1)) * tenTo(digits - decimals)
}

function written(whole: bigint, digits: number): Decimal {
  const sign = whole < 0n ? "-" : ""
  const text = String(whole < 0n ? -whole : whole).padStart(digits + 1, "0")
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}
