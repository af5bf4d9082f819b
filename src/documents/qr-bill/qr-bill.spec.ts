import { sampleDocument } from "../__tests__/sample-documents"
import { qrBillData } from "./qr-bill-data"
import { qrBillSvg } from "./qr-bill-svg"

const account = { iban: "CH93 0076 2011 6238 5295 7" }
const inBern = { address_1: "Bundesgasse 3a", postal_code: "3011", city: "Bern", country_code: "ch" }
const chf = (name = "Ada Lovelace", address: Record<string, string> = inBern) =>
  sampleDocument({
    currencyCode: "chf",
    buyer: { name, company: null, vatNumber: null, email: null },
    billingAddress: address,
  })

describe("a QR-bill", () => {
  it("has structured addresses, the amount, and a reference made of the number", () => {
    expect(qrBillData(chf(), account)).toMatchObject({
      currency: "CHF",
      amount: 108.1,
      reference: expect.stringMatching(/^RF\d\dINV000042$/),
      message: "INV-000042",
      creditor: { name: "Alpine Hosting AG", address: "Seestrasse", buildingNumber: "12", zip: "8002", country: "CH" },
      debtor: { name: "Ada Lovelace", address: "Bundesgasse", buildingNumber: "3a", zip: "3011", city: "Bern" },
    })
    expect(qrBillData(chf(), account, "50.05")?.amount).toBe(50.05)
  })

  it("leaves the customer out where the address is not complete, or the standard does not know a letter", () => {
    expect(qrBillData(chf("Nguyễn"), account)).not.toHaveProperty("debtor")
    expect(qrBillData(chf("Ada", { ...inBern, city: "" }), account)).not.toHaveProperty("debtor")
    expect(qrBillData(chf("Łukasz Żółć"), account)).toHaveProperty("debtor")
  })

  it("is none in another currency, for an account that is not Swiss, or for a seller without an address", () => {
    expect(qrBillData(sampleDocument({ currencyCode: "usd" }), account)).toBeNull()
    expect(qrBillData(chf(), { iban: "DE89370400440532013000" })).toBeNull()
    expect(qrBillData(chf(), { iban: "CH93 0076 2011 6238 5295 8" })).toBeNull()
    expect(qrBillData(sampleDocument({ currencyCode: "chf", seller: { name: "Alpine" } }), account)).toBeNull()
  })

  it("knows the standard's lengths: what is longer keeps no invoice from being drawn", () => {
    const longNumber = chf("Ada", { ...inBern, address_1: `Bundesgasse ${"1".repeat(17)}` })
    expect(qrBillData(longNumber, account)?.debtor).toMatchObject({ address: `Bundesgasse ${"1".repeat(17)}` })
    expect(qrBillData(longNumber, account)?.debtor).not.toHaveProperty("buildingNumber")
    const longCode = chf("Ada", { ...inBern, postal_code: "3".repeat(17) })
    expect(qrBillData(longCode, account)).not.toHaveProperty("debtor")
    const longest = chf("N".repeat(90), { ...inBern, address_1: "S".repeat(90), city: "C".repeat(90) })
    for (const document of [longNumber, longCode, longest]) {
      expect(qrBillSvg(document, account)).toMatch(/^<svg/)
    }
    expect(qrBillSvg(chf(), account, "999999999.99")).toMatch(/^<svg/)
    expect(qrBillSvg(chf(), account, "1000000000.00")).toBeNull()
  })

  it("is an image for a page", () => {
    const svg = qrBillSvg(chf(), account)
    expect(svg).toMatch(/^<svg/)
    expect(svg).toContain("Payment part")
    expect(qrBillSvg(sampleDocument({ currencyCode: "usd" }), account)).toBeNull()
  })
})
