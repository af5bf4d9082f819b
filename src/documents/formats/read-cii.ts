import type { EInvoice, ELine, EParty, EPeriod, ETax } from "../../rules/billing"
import { parseXml, type XmlElement } from "./parse-xml"

type Maybe = XmlElement | undefined

/** Reads a CII file back, so that what is checked is what is given out. What is not there is empty or null. */
export function readCii(xml: string): EInvoice {
  const root = parseXml(xml)
  const document = find(root, "ExchangedDocument")
  const trade = find(root, "SupplyChainTradeTransaction")
  const agreement = find(trade, "ApplicableHeaderTradeAgreement")
  const delivery = find(trade, "ApplicableHeaderTradeDelivery")
  const settlement = find(trade, "ApplicableHeaderTradeSettlement")
  const means = find(settlement, "SpecifiedTradeSettlementPaymentMeans")
  const iban = optional(means, "PayeePartyCreditorFinancialAccount/IBANID")
  return {
    specification: text(root, "ExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter/ID"),
    number: text(document, "ID"),
    issuedOn: date(find(document, "IssueDateTime")) ?? "",
    typeCode: text(document, "TypeCode"),
    currencyCode: text(settlement, "InvoiceCurrencyCode"),
    dueOn: date(find(settlement, "SpecifiedTradePaymentTerms/DueDateDateTime")),
    purchaseOrderNumber: optional(agreement, "BuyerOrderReferencedDocument/IssuerAssignedID"),
    precedingNumber: optional(settlement, "InvoiceReferencedDocument/IssuerAssignedID"),
    deliveredOn: date(find(delivery, "ActualDeliverySupplyChainEvent/OccurrenceDateTime")),
    period: period(settlement),
    seller: party(find(agreement, "SellerTradeParty")),
    buyer: party(find(agreement, "BuyerTradeParty")),
    payment: iban === null ? null : { iban, reference: text(settlement, "PaymentReference") },
    lines: all(trade, "IncludedSupplyChainTradeLineItem").map(readLine),
    taxes: all(settlement, "ApplicableTradeTax").map(readTax),
    totals: readTotals(find(settlement, "SpecifiedTradeSettlementHeaderMonetarySummation")),
  }
}

const local = (name: string): string => name.slice(name.indexOf(":") + 1)

const all = (element: Maybe, name: string): XmlElement[] =>
  element?.children.filter((child) => local(child.name) === name) ?? []

/** By the names of the elements on the way, without their prefixes. */
const find = (element: Maybe, path: string): Maybe =>
  path.split("/").reduce<Maybe>((found, name) => all(found, name)[0], element)

const optional = (element: Maybe, path: string): string | null => find(element, path)?.text.trim() || null
const text = (element: Maybe, path: string): string => optional(element, path) ?? ""

/** A date in format 102: 20270228. */
function date(element: Maybe): string | null {
  const written = element?.children[0]?.text.trim() ?? ""
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(written) ?? []
  return year && month && day ? `${year}-${month}-${day}` : null
}

function period(element: Maybe): EPeriod | null {
  const found = find(element, "BillingSpecifiedPeriod")
  const start = date(find(found, "StartDateTime"))
  const last = date(find(found, "EndDateTime"))
  return start && last ? { start, last } : null
}

function party(element: Maybe): EParty {
  const address = find(element, "PostalTradeAddress")
  const vat = all(element, "SpecifiedTaxRegistration")
    .flatMap((registration) => all(registration, "ID"))
    .find(({ attributes }) => attributes.schemeID === "VA")
  return {
    name: text(element, "Name"),
    vatNumber: vat?.text.trim() || null,
    email: optional(element, "DefinedTradeContact/EmailURIUniversalCommunication/URIID"),
    address: address
      ? {
          line1: optional(address, "LineOne"),
          line2: optional(address, "LineTwo"),
          postCode: optional(address, "PostcodeCode"),
          city: optional(address, "CityName"),
          subdivision: optional(address, "CountrySubDivisionName"),
          countryCode: text(address, "CountryID"),
        }
      : null,
  }
}

function readLine(element: XmlElement): ELine {
  const product = find(element, "SpecifiedTradeProduct")
  const price = find(element, "SpecifiedLineTradeAgreement/NetPriceProductTradePrice")
  const quantity = find(element, "SpecifiedLineTradeDelivery/BilledQuantity")
  const settlement = find(element, "SpecifiedLineTradeSettlement")
  return {
    id: text(element, "AssociatedDocumentLineDocument/LineID"),
    name: text(product, "Name"),
    description: optional(product, "Description"),
    quantity: quantity?.text.trim() ?? "",
    unitCode: quantity?.attributes.unitCode ?? "",
    netPrice: text(price, "ChargeAmount"),
    baseQuantity: optional(price, "BasisQuantity") ?? "1",
    allowances: all(settlement, "SpecifiedTradeAllowanceCharge").map((one) => ({
      amount: text(one, "ActualAmount"),
      reason: text(one, "Reason"),
    })),
    netAmount: text(settlement, "SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount"),
    category: text(settlement, "ApplicableTradeTax/CategoryCode"),
    rate: optional(settlement, "ApplicableTradeTax/RateApplicablePercent"),
    period: period(settlement),
  }
}

const readTax = (element: XmlElement): ETax => ({
  base: text(element, "BasisAmount"),
  amount: text(element, "CalculatedAmount"),
  category: text(element, "CategoryCode"),
  rate: optional(element, "RateApplicablePercent"),
  exemptionReason: optional(element, "ExemptionReason"),
})

const readTotals = (element: Maybe): EInvoice["totals"] => ({
  lines: text(element, "LineTotalAmount"),
  allowances: optional(element, "AllowanceTotalAmount") ?? "0",
  charges: optional(element, "ChargeTotalAmount") ?? "0",
  withoutTax: text(element, "TaxBasisTotalAmount"),
  tax: optional(element, "TaxTotalAmount") ?? "0",
  withTax: text(element, "GrandTotalAmount"),
  prepaid: optional(element, "TotalPrepaidAmount") ?? "0",
  rounding: optional(element, "RoundingAmount") ?? "0",
  payable: text(element, "DuePayableAmount"),
})
