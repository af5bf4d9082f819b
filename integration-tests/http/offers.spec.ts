import type { AxiosError } from "axios"
import type { OfferAnswer, SaveOfferInput } from "../../src/contracts/billing-offers"
import { createOfferWorld, type OfferWorld } from "../support/create-offer-world"
import { storeTest, type TestStore } from "../support/store-test"

jest.setTimeout(120_000)

const MONTHLY = { unit: "month", count: 1 } as const
const QUARTERLY = { unit: "month", count: 3 } as const
const ANNUAL = { unit: "year", count: 1 } as const

const hosting: SaveOfferInput = {
  payment_type: "recurring",
  cycles: [
    {
      interval: MONTHLY,
      prices: [
        { currency_code: "eur", amount: "9.90" },
        { currency_code: "chf", amount: 11 },
      ],
      setup_fees: [{ currency_code: "eur", amount: "5" }],
    },
    { interval: ANNUAL, prices: [{ currency_code: "eur", amount: "99.00" }] },
  ],
}

storeTest((store: TestStore) => {
  let world: OfferWorld

  beforeAll(async () => {
    world = await createOfferWorld(store)
  })

  const path = (productId: string) => `/admin/billing/products/${productId}/offer`

  const save = async (productId: string, offer: unknown): Promise<OfferAnswer> => {
    const { data } = await store.api.post(path(productId), offer, world.adminHeaders)
    return data.offer
  }

  const refusal = async (request: Promise<unknown>): Promise<{ status: number; message: string }> => {
    const error: AxiosError<{ message: string }> = await request.then(
      () => Promise.reject(new Error("was not refused")),
      (reason) => reason,
    )
    if (!error.response) {
      throw error
    }
    return { status: error.response.status, message: error.response.data.message }
  }

  const variantsOf = async (productId: string) => {
    const { data } = await store.api.get(
      `/admin/products/${productId}?fields=*variants,*variants.prices,*variants.options`,
      world.adminHeaders,
    )
    return data.product.variants as {
      id: string
      title: string
      manage_inventory: boolean
      prices: { currency_code: string; amount: number; rules?: unknown }[]
      options: { value: string }[]
    }[]
  }

  describe("saving an offer", () => {
    it("B5: makes a variant for each new cycle, with its base prices and set-up fees", async () => {
      const product = await world.createProduct("Hosting")
      const offer = await save(product.id, hosting)

      expect(offer).toMatchObject({
        product_id: product.id,
        payment_type: "recurring",
        hidden: false,
        trial_days: null,
      })
      expect(
        offer.cycles.map(({ interval, prices, setup_fees, enabled }) => ({ interval, prices, setup_fees, enabled })),
      ).toEqual([
        {
          interval: MONTHLY,
          prices: [
            { currency_code: "chf", amount: "11.00" },
            { currency_code: "eur", amount: "9.90" },
          ],
          setup_fees: [{ currency_code: "eur", amount: "5.00" }],
          enabled: { chf: true, eur: true },
        },
        {
          interval: ANNUAL,
          prices: [{ currency_code: "eur", amount: "99.00" }],
          setup_fees: [],
          enabled: { eur: true },
        },
      ])
      expect(offer.cycles[1]?.savings).toEqual({ eur: { amount: "19.80", percent: "16.7" } })

      const variants = await variantsOf(product.id)
      const made = variants.filter((variant) => offer.cycles.some((cycle) => cycle.variant_id === variant.id))
      expect(made.map((variant) => [variant.title, variant.manage_inventory])).toEqual([
        ["Monthly", false],
        ["Annual", false],
      ])
    })
  })
})
