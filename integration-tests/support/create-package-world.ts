import { CartClient } from "./cart-client"
import type { RequestHeaders } from "./create-admin"
import type { World } from "./create-world"
import { DraftClient } from "./draft-client"
import { giveArticle, givePackage } from "./give-package"
import type { TestStore } from "./store-test"

/** Values for the parameters and fields of the routes whose path matches. */
export type KnownAt = [path: RegExp, known: Record<string, string>]

const lineOf = (items: { id: string; title: string }[] | null | undefined): string =>
  items?.find(({ title }) => title === "Party")?.id ?? ""

/** A package, which is in a customer's cart, on a draft and on an order; draft and order are being edited. */
export async function createPackageWorld(
  store: TestStore,
  world: World,
  headers: RequestHeaders["headers"],
): Promise<KnownAt[]> {
  const container = store.container()
  const of = { salesChannelId: world.salesChannelId, prices: { eur: 10, chf: 11 } }
  const chair = await giveArticle(container, { ...of, title: "Chair" })
  const book = await giveArticle(container, { ...of, title: "Book", unit: "day" })
  const party = await givePackage(container, {
    ...of,
    title: "Party",
    pricing: "flat",
    entries: [
      { ...chair, quantity: 2 },
      { ...book, role: "accessory", isOptional: true, isFreeQuantity: true },
    ],
  })
  const sold = { product_id: party.productId, variant_id: party.variantId, path: party.entryIds[1] ?? "" }
  const chosen = { ...sold, from: "2099-06-01T10:00:00Z", to: "2099-06-03T10:00:00Z" }
  const items = [{ variant_id: party.variantId, quantity: 1 }]
  const cart = await new CartClient(store, world, headers).create("de", { items })

  const drafts = new DraftClient(store, world)
  const draft = await drafts.create({ items })
  const draftEdit = await drafts.beginDraft(draft.id)

  const visitor = new CartClient(store, world)
  const { id: bought } = await visitor.create("de", { email: "buyer@test.example", items })
  const order = await visitor.complete(bought)
  await drafts.beginEdit(order.id)

  const ofOrder = { ...chosen, id: order.id, line_id: lineOf(order.items) }
  return [
    [/^\/store\/carts\/:id\/packages/, { ...chosen, id: cart.id, line_id: lineOf(cart.items) }],
    [/^\/store\/carts\/:id\/rentals/, { ...chosen, id: cart.id, variant_id: book.variantId }],
    [/^\/admin\/draft-orders\//, { ...chosen, id: draft.id, line_id: lineOf(draftEdit.items) }],
    [/^\/admin\/order-edits\//, ofOrder],
    [/^\/admin\/packages\/orders\//, ofOrder],
    [/\/packages\/:product_id\/availability|\/packages\/availability/, sold],
    [/\/packages\/:product_id$/, { product_id: party.productId, variant_id: chair.variantId }],
    [/\/packages\/:product_id/, chosen],
    [/^\/admin\/packages\/articles/, { product_id: book.productId, variant_id: book.variantId }],
    [/^\/admin\/packages$/, { variant_id: chair.variantId }],
  ]
}
