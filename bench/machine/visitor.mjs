const ADDRESS = {
  first_name: "Clara",
  last_name: "Customer",
  address_1: "Weg 1",
  city: "Ort",
  postal_code: "10115",
  country_code: "de",
}

/** Buys by Medusa's own Store API alone, and takes the time of the two requests that are measured. */
export class Visitor {
  #address
  #shop

  constructor(address, shop) {
    this.#address = address
    this.#shop = shop
  }

  /** One purchase of one plain product. Returns the order, and the milliseconds of adding to the cart and of completing. */
  async buy() {
    const { regionId: region_id, variantId: variant_id } = this.#shop
    const places = { shipping_address: ADDRESS, billing_address: ADDRESS }
    const { cart } = (await this.#post("/store/carts", { region_id, email: "v@bench.example", ...places })).body
    const added = await this.#post(`/store/carts/${cart.id}/line-items`, { variant_id, quantity: 1 })
    const collection = await this.#post("/store/payment-collections", { cart_id: cart.id })
    const sessions = `/store/payment-collections/${collection.body.payment_collection.id}/payment-sessions`
    await this.#post(sessions, { provider_id: "pp_system_default" })
    const completed = await this.#post(`/store/carts/${cart.id}/complete`, {})
    if (completed.body.type !== "order") {
      throw new Error(`The cart was not completed: ${JSON.stringify(completed.body)}`)
    }
    return { adding: added.milliseconds, completing: completed.milliseconds, orderId: completed.body.order.id }
  }

  /** A cart with the product on as many lines. Returns its id. */
  async fill(lines) {
    const { regionId: region_id, variantId: variant_id } = this.#shop
    const { cart } = (await this.#post("/store/carts", { region_id, shipping_address: ADDRESS })).body
    for (let line = 0; line < lines; line++) {
      await this.#post(`/store/carts/${cart.id}/line-items`, { variant_id, quantity: 2, metadata: { line } })
    }
    return cart.id
  }

  /** A new cart gets a package, whose contents are to be on lines beside it. Returns the milliseconds of the addition. */
  addPackage(variant_id, contents) {
    return this.#addTo("packages", { variant_id, quantity: 1 }, contents + 1)
  }

  /** A new cart gets these variants in one call, each on a line. Returns the milliseconds of the addition. */
  addLines(variantIds) {
    const items = variantIds.map((variant_id) => ({ variant_id, quantity: 1 }))
    return this.#addTo("lines", { items }, items.length)
  }

  async #addTo(place, body, lines) {
    const { regionId: region_id } = this.#shop
    const { cart } = (await this.#post("/store/carts", { region_id, shipping_address: ADDRESS })).body
    const added = await this.#post(`/store/carts/${cart.id}/${place}`, body)
    if (added.body.cart.items.length !== lines) {
      throw new Error(`The cart has ${added.body.cart.items.length} lines instead of ${lines}`)
    }
    return added.milliseconds
  }

  /** An admin asks what a package costs. Returns the milliseconds. */
  async breakdown(productId, admin) {
    const headers = { "content-type": "application/json", ...admin }
    const body = JSON.stringify({ currency_code: "eur", days: 3 })
    const path = `/admin/packages/${productId}/breakdown`
    const answer = await this.#ask(path, { method: "POST", headers, body })
    if (!answer.body.breakdown.total) {
      throw new Error(`${path}: the package has no price`)
    }
    return answer.milliseconds
  }

  /** A change of the cart that Medusa answers with a refresh. Returns the milliseconds, and how many lines have discounts. */
  async refresh(cartId, note) {
    const path = `/store/carts/${cartId}?fields=+items.adjustments.provider_id`
    const { milliseconds, body } = await this.#post(path, { metadata: { note } })
    return { milliseconds, discounted: body.cart.items.filter((item) => item.adjustments.length).length }
  }

  /** Returns the milliseconds of an answer. */
  async read(path) {
    return (await this.#ask(path, { headers: this.#shop.headers })).milliseconds
  }

  /** Opens a link that leads to a page by a cookie. Returns what the page is asked with. */
  async openPage(path) {
    const opened = await fetch(`${this.#address}${path}`, { redirect: "manual" })
    const cookie = opened.headers.getSetCookie().map((set) => set.split(";")[0])
    return { path: opened.headers.get("location"), headers: { cookie: cookie.join("; ") } }
  }

  /** Returns the milliseconds to the first byte of an answer. */
  async firstByte(path, headers) {
    const begun = performance.now()
    const answer = await fetch(`${this.#address}${path}`, { headers })
    const milliseconds = performance.now() - begun
    const body = await answer.text()
    if (!answer.ok) {
      throw new Error(`GET ${path}: ${answer.status} ${body.slice(0, 200)}`)
    }
    return milliseconds
  }

  #post(path, body) {
    const headers = { "content-type": "application/json", ...this.#shop.headers }
    return this.#ask(path, { method: "POST", headers, body: JSON.stringify(body) })
  }

  async #ask(path, request) {
    const begun = performance.now()
    const answer = await fetch(`${this.#address}${path}`, request)
    const answered = await answer.json()
    const milliseconds = performance.now() - begun
    if (!answer.ok) {
      throw new Error(`${request.method ?? "GET"} ${path}: ${answer.status} ${JSON.stringify(answered)}`)
    }
    return { body: answered, milliseconds }
  }
}
