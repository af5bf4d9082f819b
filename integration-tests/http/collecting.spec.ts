import { Modules } from "@medusajs/framework/utils"
import { listCharges } from "../../src/providers/demo-payment/ledger"
import { storeTest } from "../support/store-test"

storeTest((store) => {
  it("has the provider and its books", async () => {
    const payment = store.container().resolve(Modules.PAYMENT)
    const providers = await payment.listPaymentProviders({ is_enabled: true })
    expect(providers.map(({ id }) => id)).toContain("pp_demo_demo")
    const col = await payment.createPaymentCollections({ currency_code: "eur", amount: 10 })
    const ses = await payment.createPaymentSession(col.id, { provider_id: "pp_demo_demo", amount: 10, currency_code: "eur", data: {} })
    const p = await payment.authorizePaymentSession(ses.id, {})
    console.log(JSON.stringify(p), await listCharges(store.knex()), await payment.retrievePaymentCollection(col.id))
  })
})
