import type { CustomerDTO, MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import type { Simulate, SimulateAnswer } from "../../../contracts/discounts/answers"
import type { CivilDate } from "../../../rules/calendar"
import { evaluateDiscounts, EVERYONE, presentLine } from "../../../rules/discounts"
import { checkAmount, compare, isCurrency, sum, type Decimal } from "../../../rules/money"
import { existingGroups } from "../catalog/existing-groups"
import { customerTerms } from "../../ports/customer-terms"
import { loadDiscountFacts } from "../cart/load-discount-facts"
import { contextOfVariants, type VariantsToEvaluate } from "./context-of-variants"
import { traceOfEvaluation } from "../../../rules/discounts/records/discount-trace"

const invalid = (field: string, reason: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, `${field}: ${reason}`)

/** Evaluates a simulated cart with the same facts and rule as a real one (D22). Nothing is written. */
export async function simulateDiscounts(
  container: MedusaContainer,
  asked: Simulate,
  today: CivilDate,
): Promise<SimulateAnswer["answer"]> {
  const asOf = asked.as_of ?? today
  const place = await placeOf(container, asked)
  await checkGroups(container, asked.groups ?? [])
  const customer = await customerOf(container, asked.customer_id ?? null)
  const lines = asked.lines.map((line, index) => ({
    id: String(index),
    variantId: line.variant_id,
    quantity: line.quantity,
    unitPrice: unitPriceOf(line.unit_price, `lines[${index}].unit_price`, place.currencyCode),
  }))
  const context = await contextOfVariants(container, { ...place, customer, lines })
  const given = percentOf(asked.personal_percent)
  const personalPercent =
    asked.personal_percent === undefined && customer
      ? await customerTerms.get().percentOf(container, customer.id)
      : given
  const facts = await loadDiscountFacts(container, context, {
    asOf,
    channel: asked.channel,
    personalPercent,
    groups: asked.groups,
  })
  const answer = evaluateDiscounts(facts)
  const titles = new Map((context.items ?? []).map((item) => [item.id, item.title ?? ""]))
  const trace = traceOfEvaluation(facts, answer, { titles })
  return {
    currency_code: place.currencyCode,
    as_of: asOf,
    lines: trace.lines.map(presentLine),
    order_value: answer.orderValue,
    total: sum(answer.lines.map(({ amount }) => amount)),
    used: answer.used,
  }
}

type Place = Pick<VariantsToEvaluate, "currencyCode" | "regionId" | "countryCode">

async function placeOf(container: MedusaContainer, asked: Simulate): Promise<Place> {
  const { region_id, currency_code, country_code = null } = asked
  if (currency_code !== undefined && !isCurrency(currency_code)) {
    throw invalid("currency_code", `"${currency_code}" is not a known currency`)
  }
  if (region_id === undefined) {
    return { currencyCode: currency_code ?? "", regionId: null, countryCode: country_code }
  }
  const [region] = await container.resolve(Modules.REGION).listRegions({ id: region_id }, { relations: ["countries"] })
  if (!region) {
    throw invalid("region_id", `there is no region ${region_id}`)
  }
  if (currency_code !== undefined && currency_code !== region.currency_code) {
    throw invalid("currency_code", `the region sells in ${region.currency_code}`)
  }
  const countries = region.countries.flatMap(({ iso_2 }) => iso_2 ?? [])
  if (country_code !== null && !countries.includes(country_code)) {
    throw invalid("country_code", `the region does not sell to ${country_code}`)
  }
  return {
    currencyCode: region.currency_code,
    regionId: region.id,
    countryCode: country_code ?? countries.sort()[0] ?? null,
  }
}

async function customerOf(container: MedusaContainer, id: string | null): Promise<CustomerDTO | null> {
  if (id === null) {
    return null
  }
  const [customer] = await container.resolve(Modules.CUSTOMER).listCustomers({ id }, { relations: ["groups"] })
  if (!customer) {
    throw invalid("customer_id", `there is no customer ${id}`)
  }
  return customer
}

/** A group that the store does not have would answer as if nobody were in it. */
async function checkGroups(container: MedusaContainer, groups: string[]): Promise<void> {
  const known = await existingGroups(container, groups)
  const unknown = groups.findIndex((group) => group !== EVERYONE && !known.has(group))
  if (unknown >= 0) {
    throw invalid(`groups[${unknown}]`, `"${groups[unknown]}" is not a customer group`)
  }
}

function unitPriceOf(given: string | number | null | undefined, field: string, currency: string): Decimal | undefined {
  if (given === null || given === undefined) {
    return undefined
  }
  const checked = checkAmount(given, currency)
  if (!checked.ok) {
    throw invalid(field, checked.reason)
  }
  return checked.amount
}

const PERCENT = /^\d{1,3}(\.\d{1,6})?$/

function percentOf(given: string | number | null | undefined): Decimal | null {
  if (given === null || given === undefined) {
    return null
  }
  const text = String(given)
  if (!PERCENT.test(text) || compare(text, "100") > 0) {
    throw invalid("personal_percent", "must be a percentage from 0 to 100")
  }
  return text
}
