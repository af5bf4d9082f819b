interface CycleOfVariant {
  variant_id: string
  /** Whether the variant was made for the cycle. */
  made_variant: boolean
}

export interface OfferDeletion {
  /** Variants that go with their cycles, since they were made for them. */
  deletes: string[]
  /** The merchant's own variants, which stay. */
  keeps: string[]
}

/** What becomes of the variants of cycles that are taken away (B12). */
export function offerDeletion(cycles: readonly CycleOfVariant[]): OfferDeletion {
  const idsOf = (isMade: boolean) =>
    cycles.filter((cycle) => cycle.made_variant === isMade).map((cycle) => cycle.variant_id)
  return { deletes: idsOf(true), keeps: idsOf(false) }
}
