/**
 * A customer buys a subscription, by Medusa's JS SDK alone:
 *
 *     STORE_URL=http://localhost:9000 PUBLISHABLE_KEY=pk_… REGION_ID=reg_… PROVIDER_ID=pp_stripe_stripe node storefront.mjs
 *
 * It writes what the store answered, as JSON. docs/guides/storefront.md is made of its parts, and a test of this repository runs it.
 */
import Medusa from "@medusajs/js-sdk"

const { STORE_URL, PUBLISHABLE_KEY, REGION_ID, PROVIDER_ID, EMAIL = "clara@example.com" } = process.env
const answers = {}

/** Remembers an answer under a name, and returns it. */
async function show(name, asked) {
  answers[name] = await asked
  return answers[name]
}

/** Remembers how something is refused; what is not refused is an error here. */
async function showRefusal(name, asked) {
  try {
    await asked
  } catch ({ status, message }) {
    answers[name] = { status, message }
    return
  }
  throw new Error(`${name} was not refused`)
}

// #region client
const sdk = new Medusa({
  baseUrl: STORE_URL,
  publishableKey: PUBLISHABLE_KEY,
  auth: { type: "jwt", jwtTokenStorageMethod: "memory" },
})
// #endregion

// #region products
const { products } = await show(
  "products",
  sdk.client.fetch("/store/billing/products", { query: { region_id: REGION_ID } }),
)
const [hosting] = products
const [monthly] = hosting.cycles
// #endregion

// #region tiers
await show(
  "tiers",
  sdk.client.fetch("/store/discounts/tiers", { query: { variant_id: monthly.variant_id, region_id: REGION_ID } }),
)
// #endregion

// #region cart
const { cart } = await sdk.store.cart.create({ region_id: REGION_ID })
await sdk.store.cart.createLineItem(cart.id, { variant_id: monthly.variant_id, quantity: 4 })
await show("next tiers", sdk.client.fetch(`/store/carts/${cart.id}/next-tiers`))

const { cart: filled } = await sdk.store.cart.retrieve(cart.id)
const line = filled.items.find((item) => item.variant_id === monthly.variant_id)
await show("cart", sdk.store.cart.updateLineItem(cart.id, line.id, { quantity: 5 }))
// #endregion

const fee = filled.items.find((item) => item.id !== line.id)
await showRefusal("removed fee", sdk.store.cart.deleteLineItem(cart.id, fee.id))

const address = {
  first_name: "Clara",
  last_name: "Customer",
  address_1: "Hauptstrasse 1",
  postal_code: "10115",
  city: "Berlin",
  country_code: "de",
}

// #region log in
await sdk.auth.register("customer", "emailpass", { email: EMAIL, password: "a-long-password" })
await sdk.store.customer.create({ email: EMAIL })
await sdk.auth.login("customer", "emailpass", { email: EMAIL, password: "a-long-password" })
await sdk.store.cart.transferCart(cart.id)
// #endregion

// #region pay
const { cart: ready } = await sdk.store.cart.update(cart.id, { shipping_address: address, billing_address: address })
await sdk.store.payment.initiatePaymentSession(ready, { provider_id: PROVIDER_ID })
const completed = await sdk.store.cart.complete(cart.id)
if (completed.type !== "order") {
  throw new Error(completed.error.message)
}
await show("order", completed)
// #endregion

// #region subscriptions
const OWN = "/store/customers/me/subscriptions"
const subscriptionOf = async (orderId) => {
  const { subscriptions } = await sdk.client.fetch(OWN)
  return subscriptions.find(({ order_id }) => order_id === orderId)
}
// It is made when the order's event is handled: ask again until it is there.
let subscription = await subscriptionOf(completed.order.id)
for (let tries = 0; !subscription && tries < 60; tries++) {
  await new Promise((resolve) => setTimeout(resolve, 500))
  subscription = await subscriptionOf(completed.order.id)
}
const { id } = subscription
await show("subscription", sdk.client.fetch(`${OWN}/${id}`))
// #endregion

// #region cancel
const body = { when: "period_end", reason: "moving to another city" }
await show("canceled", sdk.client.fetch(`${OWN}/${id}/cancel`, { method: "POST", body }))
await show("undone", sdk.client.fetch(`${OWN}/${id}/undo-cancel`, { method: "POST", body: {} }))
// #endregion

const undo = sdk.client.fetch(`${OWN}/${id}/undo-cancel`, { method: "POST", body: {} })
await showRefusal("undone twice", undo)
const wrong = { when: "tomorrow" }
await showRefusal("wrong field", sdk.client.fetch(`${OWN}/${id}/cancel`, { method: "POST", body: wrong }))
await showRefusal("another's", sdk.client.fetch(`${OWN}/bsub_of_somebody_else`))
await sdk.auth.logout()
await showRefusal("logged out", sdk.client.fetch(OWN))

console.log(JSON.stringify(answers, null, 2))
