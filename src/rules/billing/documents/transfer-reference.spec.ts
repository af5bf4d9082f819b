import { documentGaps } from "./document-gaps"
import { documentName } from "./document-name"
import { isIban, isQrIban, transferReference } from "./transfer-reference"

describe("transferReference", () => {
  it("is a QR reference for a QR-IBAN, by the standard's own check digit", () => {
    expect(isQrIban("CH44 3199 9123 0008 8901 2")).toBe(true)
    expect(transferReference("210000000003139471430009017".slice(0, 26), "CH4431999123000889012")).toBe(
      "210000000003139471430009017",
    )
  })

  it("tells two series of one counter apart", () => {
    const [a, b] = ["INV-000042", "CN-000042"].map((number) => transferReference(number, "CH4431999123000889012"))
    expect(a).toHaveLength(27)
    expect(a).not.toBe(b)
  })

  it("is a creditor reference of ISO 11649 for any other account", () => {
    expect(transferReference("539007547034", "CH9300762011623852957")).toBe("RF18539007547034")
    expect(isIban("RF18")).toBe(false)
  })

  it("is none where the number is too long for one", () => {
    expect(transferReference("A".repeat(22), "CH9300762011623852957")).toBeNull()
    expect(transferReference("A".repeat(14), "CH4431999123000889012")).toBeNull()
  })

  it("checks IBANs", () => {
    expect(isIban("CH93 0076 2011 6238 5295 7")).toBe(true)
    expect(isIban("CH93 0076 2011 6238 5295 8")).toBe(false)
    expect(isQrIban("CH9300762011623852957")).toBe(false)
  })
})

describe("documentGaps", () => {
  const address = { address_1: "Am Markt 1", postal_code: "10115", city: "Berlin", country_code: "de" }

  it("names what a record lacks before anything is issued", () => {
    expect(documentGaps({ name: "Ada", company: null, vatNumber: null, address })).toEqual([])
    expect(documentGaps({ name: null, company: null, vatNumber: null, address: null })).toEqual(["name", "address"])
    expect(documentGaps({ name: "Ada", company: null, vatNumber: null, address: { ...address, city: "" } })).toEqual([
      "city",
    ])
    expect(documentGaps({ name: null, company: "ACME", vatNumber: null, address })).toEqual(["vat_number"])
  })
})

describe("documentName", () => {
  it("is the number, without what a file's name cannot have", () => {
    expect(documentName("INV-2027/000042", "pdf")).toBe("INV-2027-000042.pdf")
    expect(documentName('../..\\"\r\n', "pdf")).not.toMatch(/[/\\"\r\n]/)
  })
})
