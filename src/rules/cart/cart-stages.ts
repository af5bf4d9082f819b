/**
 * The stages of a cart's plan, in the order in which they run; a stage sees the results of earlier ones. Those that
 * only take something off come after those that make lines and prices.
 */
export const CART_STAGES = [
  "expand",
  "price",
  "options_and_fees",
  "trial",
  "discounts",
  "first_period",
  "percent_articles",
] as const
export type CartStageName = (typeof CART_STAGES)[number]

/** The stages of the lines pass. Prices may still be stale then, so nothing is taken off. */
export const LINE_STAGES: readonly CartStageName[] = ["expand", "price", "options_and_fees"]

/** The stages that run before this one. */
export const stagesBefore = (stage: CartStageName): readonly CartStageName[] =>
  CART_STAGES.slice(0, CART_STAGES.indexOf(stage))

/** The `provider_id` of the adjustments that a stage writes. It is stored, and never changes. */
const PROVIDERS: Partial<Record<CartStageName, string>> = {
  trial: "service-commerce-trial",
  discounts: "service-commerce-discount",
  first_period: "service-commerce-first-period",
}

/** The provider ids of all stages that take something off. */
export const STAGE_PROVIDERS: string[] = Object.values(PROVIDERS)

export function providerOfStage(stage: CartStageName): string {
  const provider = PROVIDERS[stage]
  if (provider === undefined) {
    throw new RangeError(`the stage "${stage}" takes nothing off a line`)
  }
  return provider
}

/** The stage that wrote an adjustment; null: another program did. */
export function stageOfProvider(provider: string | null | undefined): CartStageName | null {
  return CART_STAGES.find((stage) => provider && PROVIDERS[stage] === provider) ?? null
}
