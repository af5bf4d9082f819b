interface GroupedOffer {
  product: { collection: { id: string; title: string } | null }
}

export interface OfferGroup<Offer> {
  id: string
  title: string
  offers: Offer[]
}

/** Offers by their group, groups by their title; within each the order stays as it is. */
export function groupOffers<Offer extends GroupedOffer>(
  offers: readonly Offer[],
  without: string,
): OfferGroup<Offer>[] {
  const groups = new Map<string, OfferGroup<Offer>>()
  for (const offer of offers) {
    const { id, title } = offer.product.collection ?? { id: "", title: without }
    const group = groups.get(id) ?? { id, title, offers: [] }
    group.offers.push(offer)
    groups.set(id, group)
  }
  return [...groups.values()].sort((a, b) => a.title.localeCompare(b.title))
}
