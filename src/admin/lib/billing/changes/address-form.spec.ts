import { changeAddressesSchema } from "../../../../contracts/billing/changes"
import { toAddressBody, toAddressForm } from "./address-form"

describe("the form of an address", () => {
  it("B26: sends back what is stored, without what an order's row has beside it", () => {
    const stored = { id: "ordaddr_1", address_1: "Hauptstrasse 1", city: "Bern", country_code: "ch", company: null }
    const body = { shipping_address: toAddressBody(toAddressForm(stored)) }
    expect(changeAddressesSchema.parse(body).shipping_address).toMatchObject({
      ...{ address_1: "Hauptstrasse 1", city: "Bern", country_code: "ch", company: null },
    })
    expect(toAddressForm(null).city).toBe("")
    expect(changeAddressesSchema.safeParse({ version: 3 }).success).toBe(false)
  })
})
