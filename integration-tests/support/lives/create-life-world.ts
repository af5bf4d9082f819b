import { Modules } from "@medusajs/framework/utils"
import { createPromotionsWorkflow } from "@medusajs/medusa/core-flows"
import { createCustomer, type TestCustomer } from "../create-customer"
import { createJapan } from "../create-japan"
import { createOfferedProduct, type OfferedProduct } from "../create-offered-product"
import { createProduct } from "../create-product"
import { createWorld, type World } from "../create-world"
import type { TestStore } from "../store-test"

/** What is sold, by name: a cycle's variant, or that of a thing that Medusa sells alone. */
export const ARTICLES = [
  "hosting_monthly",
  "hosting_weekly",
  "backup",
  "coffee_monthly",
  "coffee_weekly",
  "mug",
] as const
export type Article = (typeof ARTICLES)[number]

/** What begins a subscription. */
export const RECURRING = ARTICLES.filter((article) => article !== "mug")

export interface LifeWorld {
  world: World
  variants: Record<Article, string>
  /** The tax region of Germany, whose rate may change. */
  germanRate: string
  customers: TestCustomer[]
  products: { hosting: OfferedProduct; backup: OfferedProduct; coffee: OfferedProduct }
}

const MONTH = { unit: "month", count: 1 } as const
const WEEK = { unit: "day", count: 7 } as const
const HALF = "HALF"

/** Services and goods in euros and yen, with a trial and set-up fees, for two customers with an account each. */
export async function createLifeWorld(store: TestStore): Promise<LifeWorld> {
  const container = store.container()
  const world = await createJapan(container, await createWorld(store))
  const { salesChannelId } = world
  const goods = { salesChannelId, shippingProfileId: world.shipping.profileId }
  const hosting = await createOfferedProduct(container, {
    title: "Hosting",
    salesChannelId,
    cycles: [
      { name: "Monthly", interval: MONTH, prices: { eur: 29.9, jpy: 2999 }, setupFees: { eur: "4.95", jpy: "501" } },
      { name: "Weekly", interval: WEEK, prices: { eur: 9.99, jpy: 1003 } },
    ],
  })
  const backup = await createOfferedProduct(container, {
    title: "Backup",
    salesChannelId,
    trialDays: 14,
    cycles: [{ name: "Monthly", interval: MONTH, prices: { eur: 4.05, jpy: 407 } }],
  })
  const coffee = await createOfferedProduct(container, {
    title: "Coffee",
    cycles: [
      { name: "Monthly", interval: MONTH, prices: { eur: 40, jpy: 4001 } },
      { name: "Weekly", interval: WEEK, prices: { eur: 11.11, jpy: 1111 } },
    ],
    ...goods,
  })
  const mug = await createProduct(container, { title: "Mug", prices: { eur: 9.95, jpy: 995 }, ...goods })
  await createPromotionsWorkflow(container).run({
    input: {
      promotionsData: [
        {
          code: HALF,
          type: "standard",
          status: "active",
          application_method: { type: "percentage", target_type: "items", allocation: "across", value: 50 },
        },
      ],
    },
  })
  const germany = (await container.resolve(Modules.TAX).listTaxRates()).find(({ code }) => code === "DE-VAT")
  const customers = [
    await createCustomer(container, { email: "clara@test.example", ...world }),
    await createCustomer(container, { email: "dora@test.example", ...world }),
  ]
  return {
    world,
    germanRate: germany?.id ?? "",
    customers,
    products: { hosting, backup, coffee },
    variants: {
      hosting_monthly: hosting.variants.Monthly ?? "",
      hosting_weekly: hosting.variants.Weekly ?? "",
      backup: backup.variants.Monthly ?? "",
      coffee_monthly: coffee.variants.Monthly ?? "",
      coffee_weekly: coffee.variants.Weekly ?? "",
      mug: mug.variants[0]?.id ?? "",
    },
  }
}
