import { cloneOfferSchema } from "../offer-links/clone-offer"
import { crossSellAnswerSchema, takeCrossSellSchema } from "../offer-links/cross-sells"
import { offerLinksAnswerSchema } from "../offer-links/offer-links"
import { z } from "@medusajs/framework/zod"
import { pageAnswerSchema } from "../../page"
import { deletedAnswerSchema, type RouteContract } from "../../route"
import {
  calculatorAnswerSchema,
  calculatorSchema,
  deleteOfferSchema,
  listOffersSchema,
  offerAnswerSchema,
  offerListAnswerSchema,
  offerPositionsSchema,
  saveOfferSchema,
  setVisibilitySchema,
  storeOfferProductAnswerSchema,
  storeOfferSchema,
  storeOffersSchema,
} from "../offers"

const OFFER = "/admin/billing/products/:product_id/offer"

export const offerRoutes: readonly RouteContract[] = [
  {
    method: "GET",
    path: "/store/carts/:id/cross-sells",
    caller: "visitor",
    summary: "The products that are sold with what is in a cart",
    answer: z.object({ cross_sells: z.array(crossSellAnswerSchema) }),
  },
  {
    method: "POST",
    path: "/store/carts/:id/cross-sells",
    caller: "visitor",
    summary: "Takes one of them; one that replaces swaps the line",
    body: takeCrossSellSchema,
    answer: z.object({ cart: z.looseObject({}) }),
  },
  {
    method: "GET",
    path: "/admin/billing/offers",
    caller: "admin",
    summary: "Offers with their products, by rank",
    query: listOffersSchema,
    answer: offerListAnswerSchema,
  },
  {
    method: "POST",
    path: "/admin/billing/offers/positions",
    caller: "admin",
    summary: "Puts the offers of a group into an order",
    body: offerPositionsSchema,
    answer: z.object({ ids: z.array(z.string()) }),
  },
  {
    method: "POST",
    path: "/admin/billing/offers/:id/visibility",
    caller: "admin",
    summary: "Hides an offer or shows it again",
    body: setVisibilitySchema,
    answer: z.object({ offer: z.object({ id: z.string(), hidden: z.boolean() }) }),
  },
  {
    method: "POST",
    path: "/admin/billing/groups/:id/visibility",
    caller: "admin",
    summary: "Hides all offers of a group, a product collection, or shows them again",
    body: setVisibilitySchema,
    answer: z.object({ group: z.object({ id: z.string(), hidden: z.boolean(), offers: z.number() }) }),
  },
  {
    method: "POST",
    path: "/admin/billing/products/:product_id/clone",
    caller: "admin",
    summary: "Makes a product like this one, with its variants and prices and the same offer, hidden",
    body: cloneOfferSchema,
    status: 201,
    answer: z.object({ offer: offerAnswerSchema }),
  },
  {
    method: "GET",
    path: "/admin/billing/products/:product_id/links",
    caller: "admin",
    summary: "The links by which a product's cycles are bought from anywhere",
    answer: z.object({ links: offerLinksAnswerSchema }),
  },
  {
    method: "GET",
    path: OFFER,
    caller: "admin",
    summary: "How a product is sold; null: by no offer",
    answer: z.object({ offer: offerAnswerSchema.nullable() }),
  },
  {
    method: "POST",
    path: OFFER,
    caller: "admin",
    summary: "Creates or changes how a product is sold",
    body: saveOfferSchema,
    answer: z.object({ offer: offerAnswerSchema.nullable() }),
  },
  {
    method: "DELETE",
    path: OFFER,
    caller: "admin",
    summary: "Deletes the offer; the product is a plain one then",
    query: deleteOfferSchema,
    answer: deletedAnswerSchema("billing_offer").extend({
      /** Null where there was no offer. */
      id: z.string().nullable(),
      parent: z.object({ id: z.string() }),
    }),
  },
  {
    method: "POST",
    path: "/admin/billing/calculator",
    caller: "admin",
    summary: "Every cycle's price from the monthly one; nothing is stored",
    body: calculatorSchema,
    answer: calculatorAnswerSchema,
  },
  {
    method: "GET",
    path: "/store/billing/products",
    caller: "visitor",
    summary: "The offered products with the cycles that can be bought, at the visitor's prices",
    query: storeOffersSchema,
    answer: pageAnswerSchema.extend({ products: z.array(storeOfferProductAnswerSchema) }),
  },
  {
    method: "GET",
    path: "/store/billing/products/:id",
    caller: "visitor",
    summary: "One offered product",
    query: storeOfferSchema,
    answer: z.object({ product: storeOfferProductAnswerSchema }),
  },
]
