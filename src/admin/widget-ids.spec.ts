import { readdirSync, readFileSync } from "fs"
import { join } from "path"

const FOLDER = join(__dirname, "widgets")

/** The ids that users' layouts are stored under, with where each widget stands. A new widget is added; none ever changes. */
const IDS = {
  "service-billing-customer": "customer.details.side.before",
  "service-billing-customer-account": "customer.details.side.before",
  "service-billing-order": "order.details.side.before",
  "service-billing-product-offer": "product.details.side.before",
  "service-customers-quick-order-links": "customer.details.side.before",
  "service-customers-quick-order": "order.details.side.before",
  "service-customers-profile": "customer.details.side.before",
  "service-discounts-order": "order.details.side.before",
  "service-discounts-product": "product.details.side.before",
  "service-discounts-promotion": "promotion.details.side.before",
  "service-packages-draft-order": "draft_order.details.after",
  "service-packages-order": "order.details.after",
  "service-packages-product": "product.details.side.before",
  "service-provisioning-customer": "customer.details.side.before",
  "service-provisioning-order": "order.details.side.before",
  "service-provisioning-product": "product.details.side.before",
  "service-packages-variant": "product_variant.details.side.before",
  "service-sales-customer": "customer.details.side.before",
  "service-sales-order": "order.details.side.before",
}

/** As Medusa's build reads it: from a string literal of the configuration; otherwise the id would be made of the path. */
function configOf(source: string): [id: string | undefined, zone: string | undefined] {
  const [, config = ""] = /export const config = defineWidgetConfig\(\{([^}]*)\}\)/.exec(source) ?? []
  return [/\bid: "([\w-]+)"/.exec(config)?.[1], /\bzone: "([\w.]+)"/.exec(config)?.[1]]
}

describe("the widgets", () => {
  it("have each an id of their own, whatever file they stand in", () => {
    const found = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".tsx"))
      .map((name) => configOf(readFileSync(join(FOLDER, name), "utf8")))
    expect(found.map(String).sort()).toEqual(Object.entries(IDS).map(String).sort())
  })
})
