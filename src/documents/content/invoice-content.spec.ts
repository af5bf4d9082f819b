import { sampleDocument } from "../__tests__/sample-documents"
import { textsOf } from "../texts/texts-of"
import { invoiceContent } from "./invoice-content"

const contentOf = (changes: Parameters<typeof sampleDocument>[0]) => {
  const texts = textsOf("en")
  const { facts, notes } = invoiceContent({
    document: sampleDocument(changes),
    texts,
    payment: { isPaid: false },
    transfer: null,
  })
  return { due: facts.find(({ label }) => label === texts.due)?.value ?? null, notes }
}

describe("B52: until when a document is to be paid", () => {
  it("its due date, and the day of its issue where it is issued late", () => {
    expect(contentOf({})).toEqual({ due: "30 Mar 2027", notes: ["Please pay by 30 Mar 2027."] })
    expect(contentOf({ issuedOn: "2027-04-15" })).toEqual({
      due: "15 Apr 2027",
      notes: ["Please pay by 15 Apr 2027."],
    })
  })

  it("no day where nothing is to be paid", () => {
    expect(contentOf({ lines: [] })).toEqual({ due: null, notes: ["Nothing is to be paid."] })
  })
})
