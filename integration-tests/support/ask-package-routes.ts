import type { AxiosResponse } from "axios"
import type { World } from "./create-world"
import { giveArticle } from "./give-package"
import type { TestStore } from "./store-test"
import { testAddress } from "./test-address"

type Answer = AxiosResponse["data"]

/** What one caller asks; throws where it is refused. */
export interface Asking {
  get: (path: string) => Promise<Answer>
  post: (path: string, body?: object) => Promise<Answer>
  delete: (path: string) => Promise<Answer>
}

interface Callers {
  store: TestStore
  world: World
  admin: Asking
  shopper: Asking
}

type Titled = { id: string; title: string; variant_id?: string }

const lineOf = (items: Titled[], title: string): string => items.find((item) => item.title === title)?.id ?? ""

/** A package from its making until it is sold and edited: each route of packages is asked once. */
export async function askPackageRoutes(callers: Callers): Promise<void> {
  const { admin } = callers
  const party = await askCatalog(callers)
  await askStorefront(callers, party)
  await askOrders(callers, party)
  await admin.delete(`/admin/packages/${party.product_id}`)
}

interface Party {
  product_id: string
  variant_id: string
}

async function askCatalog({ store, world, admin }: Callers): Promise<Party> {
  const of = { salesChannelId: world.salesChannelId, prices: { eur: 10, chf: 11 } }
  const chair = await giveArticle(store.container(), { ...of, title: "Chair" })
  const lamp = await giveArticle(store.container(), { ...of, title: "Lamp" })
  const { get, post, delete: remove } = admin
  const at = "/admin/packages"
  await post(`${at}/articles/${lamp.variantId}`, {
    unit: "day",
    buffer_after_minutes: 30,
    rates: [{ currency_code: "eur", duration: 1, price: "12.50" }],
  })
  await get(`${at}/articles/${lamp.variantId}`)
  await get(`${at}/articles?product_id=${lamp.productId}`)
  const made = await post(at, {
    product: { title: "Party", status: "published", sales_channel_ids: [world.salesChannelId] },
    package: { pricing: "flat", prices: [{ currency_code: "eur", amount: "300" }] },
  })
  const { product_id, variants } = made.package
  const entries = [
    { variant_id: chair.variantId, quantity: 4 },
    { variant_id: chair.variantId, is_hidden: true },
    { variant_id: chair.variantId, alternative_group: "seats", is_default: true },
    { variant_id: chair.variantId, alternative_group: "seats", quantity: 2 },
    { variant_id: lamp.variantId, role: "accessory", is_optional: true, is_free_quantity: true },
  ]
  await post(`${at}/${product_id}`, { contract_description: "Set up by us", default_hours: 4, entries })
  await get(`${at}?q=party`)
  await get(`${at}/${product_id}`)
  await get(`${at}/contents?q=chair`)
  await post(`${at}/${product_id}/breakdown`, { currency_code: "eur", days: 2 })
  await get(`${at}/availability?product_id=${product_id}&from=2099-06-01&to=2099-06-03`)
  const copy = await post(`${at}/${product_id}/duplicate`, { title: "Second party" })
  await remove(`${at}/${copy.package.product_id}`)
  return { product_id, variant_id: variants[0].id }
}

async function askStorefront({ world, admin, shopper }: Callers, { product_id, variant_id }: Party): Promise<void> {
  const { get, post } = shopper
  const region_id = world.regions.eur.id
  const { package: shown } = await get(`/store/packages/${product_id}?region_id=${region_id}`)
  const lamp = shown.entries.find(({ title }: Titled) => title === "Lamp")
  const choices = [{ path: lamp.path, is_chosen: true, quantity: 2 }]
  await post(`/store/packages/${product_id}/price`, { region_id, days: 2, choices })
  await get(`/store/packages/${product_id}/availability?from=2099-06-01&to=2099-06-03`)
  const { cart } = await post("/store/carts", { region_id })
  const path = `/store/carts/${cart.id}/packages`
  const added = await post(path, { variant_id, days: 2, choices })
  const line = lineOf(added.cart.items, "Party")
  await post(`${path}/${line}`, { quantity: 2 })
  const { package: stored } = await admin.get(`/admin/packages/${product_id}`)
  const entries = stored.entries.map((one: { id: string; variant_id: string; quantity: number; role: string }) => ({
    ...{ id: one.id, variant_id: one.variant_id, role: one.role, quantity: one.quantity + 1 },
  }))
  await admin.post(`/admin/packages/${product_id}`, { entries: entries.slice(0, 2) })
  const rentals = `/store/carts/${cart.id}/rentals`
  await post(rentals, { variant_id: lamp.variant_id, days: 2 })
  await get(rentals)
  const { packages } = await get(path)
  const { recipe_changes } = await get(`${path}/${packages[0].line_id}/recipe-changes`)
  if (!recipe_changes.removed.length || !recipe_changes.changed.length || !recipe_changes.dropped_choices.length) {
    throw new Error(`The recipe has changed, and the cart is told ${JSON.stringify(recipe_changes)}`)
  }
}

async function askOrders({ world, admin }: Callers, { variant_id, product_id }: Party): Promise<void> {
  const { get, post } = admin
  const address = testAddress()
  const { draft_order: draft } = await post("/admin/draft-orders", {
    region_id: world.regions.eur.id,
    sales_channel_id: world.salesChannelId,
    email: "buyer@test.example",
    ...{ shipping_address: address, billing_address: address },
  })
  await post(`/admin/draft-orders/${draft.id}/edit`)
  await askEdit(admin, `/admin/draft-orders/${draft.id}/packages`, { variant_id, product_id })
  await post(`/admin/draft-orders/${draft.id}/edit/confirm`)
  await post(`/admin/draft-orders/${draft.id}/convert-to-order`)
  await post("/admin/order-edits", { order_id: draft.id })
  await askEdit(admin, `/admin/order-edits/${draft.id}/packages`, { variant_id, product_id })
  const { packages } = await get(`/admin/order-edits/${draft.id}/packages`)
  const order = `/admin/packages/orders/${draft.id}`
  await post(`${order}/lines/${packages[0].line_id}`, { lists_contents: false })
  await get(`${order}/pick-list`)
  await get(`${order}/pick-list/csv`)
}

/** Adds two packages to an edit, changes both and removes one. */
async function askEdit({ get, post, delete: remove }: Asking, path: string, { variant_id, product_id }: Party) {
  await post(path, { variant_id, lists_contents: false })
  await post(path, { variant_id })
  const { packages } = await get(path)
  const [kept, other] = [packages.at(0), packages.at(-1)]
  await post(`${path}/${kept.line_id}`, {
    quantity: 2,
    choices: [{ path: kept.contents[0].path, is_hidden: true }],
  })
  await post(`/admin/packages/${product_id}`, { default_hours: 5 })
  await get(`${path}/${kept.line_id}/refresh`)
  await remove(`${path}/${other.line_id}`)
}
