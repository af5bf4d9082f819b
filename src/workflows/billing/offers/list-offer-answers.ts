import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { ListedOfferAnswer, ListOffers } from "../../../contracts/billing/offers"
import { BILLING_MODULE, type BillingModuleService } from "../../../modules/billing"
import { readOfferAnswers } from "./read-offer-answers"

type ListedProduct = ListedOfferAnswer["product"]

/** Ids of the offered products that a search finds. There are fewer offers than products, so it is these that are searched. */
async function searchOffered(container: MedusaContainer, q: string): Promise<string[]> {
  const billing: BillingModuleService = container.resolve(BILLING_MODULE)
  const offered = await billing.listOffers({}, { select: ["product_id"], take: null })
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product",
    fields: ["id"],
    filters: { id: offered.map((offer) => offer.product_id), q },
  })
  return data.map((product) => product.id)
}

async function loadProducts(container: MedusaContainer, ids: string[]): Promise<Map<string, ListedProduct>> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product",
    fields: ["id", "title", "thumbnail", "status", "collection.id", "collection.title"],
    filters: { id: ids },
  })
  return new Map((data as ListedProduct[]).map((product) => [product.id, product]))
}

/** One page of the admin's list of offers, by rank. The same number of statements however long the page. */
export async function listOfferAnswers(
  container: MedusaContainer,
  { q, limit, offset }: ListOffers,
): Promise<{ offers: ListedOfferAnswer[]; count: number }> {
  const billing: BillingModuleService = container.resolve(BILLING_MODULE)
  const [page, count] = await billing.listAndCountOffers(q ? { product_id: await searchOffered(container, q) } : {}, {
    select: ["id", "product_id"],
    take: limit,
    skip: offset,
    order: { rank: "ASC", created_at: "ASC", id: "ASC" },
  })
  const ids = page.map((offer) => offer.product_id)
  const [answers, products] = await Promise.all([readOfferAnswers(container, ids), loadProducts(container, ids)])
  const byProduct = new Map(answers.map((answer) => [answer.product_id, answer]))
  const offers = ids.flatMap((id): ListedOfferAnswer[] => {
    const answer = byProduct.get(id)
    const product = products.get(id)
    return answer && product ? [{ ...answer, product }] : []
  })
  return { offers, count }
}
