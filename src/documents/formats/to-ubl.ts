import type { EAddress, EInvoice, ELine, EParty, EPeriod, ETax } from "../../rules/billing"
import type { Decimal } from "../../rules/money"

/** A tree of texts in the names of UBL, which is what the library takes. An attribute is `name@attribute`. */
export interface UblNode {
  [name: string]: string | UblNode | UblNode[] | undefined
}
export type UblInvoice = { "ubl:Invoice": UblNode }

/** The invoice in the library's form. What is null or empty is left out. */
export function toUbl(invoice: EInvoice): UblInvoice {
  const { currencyCode: currency, totals } = invoice
  const money = (name: string, amount: Decimal) => ({ [name]: amount, [`${name}@currencyID`]: currency })
  return {
    "ubl:Invoice": {
      "cbc:CustomizationID": invoice.specification,
      "cbc:ID": invoice.number,
      "cbc:IssueDate": invoice.issuedOn,
      ...(invoice.dueOn ? { "cbc:DueDate": invoice.dueOn } : {}),
      "cbc:InvoiceTypeCode": invoice.typeCode,
      "cbc:DocumentCurrencyCode": currency,
      ...(invoice.period ? { "cac:InvoicePeriod": period(invoice.period) } : {}),
      ...(invoice.purchaseOrderNumber ? { "cac:OrderReference": { "cbc:ID": invoice.purchaseOrderNumber } } : {}),
      "cac:AccountingSupplierParty": { "cac:Party": { ...party(invoice.seller), ...taxScheme(invoice.seller, true) } },
      "cac:AccountingCustomerParty": { "cac:Party": { ...party(invoice.buyer), ...taxScheme(invoice.buyer, false) } },
      ...(invoice.deliveredOn ? { "cac:Delivery": { "cbc:ActualDeliveryDate": invoice.deliveredOn } } : {}),
      ...(invoice.payment ? { "cac:PaymentMeans": [paymentMeans(invoice.payment)] } : {}),
      "cac:TaxTotal": [
        {
          ...money("cbc:TaxAmount", totals.tax),
          "cac:TaxSubtotal": invoice.taxes.map((tax) => subtotal(tax, currency)),
        },
      ],
      "cac:LegalMonetaryTotal": {
        ...money("cbc:LineExtensionAmount", totals.lines),
        ...money("cbc:TaxExclusiveAmount", totals.withoutTax),
        ...money("cbc:TaxInclusiveAmount", totals.withTax),
        ...money("cbc:PrepaidAmount", totals.prepaid),
        ...money("cbc:PayableRoundingAmount", totals.rounding),
        ...money("cbc:PayableAmount", totals.payable),
      },
      "cac:InvoiceLine": invoice.lines.map((line) => invoiceLine(line, currency)),
    },
  }
}

const VAT: UblNode = { "cbc:ID": "VAT" }

const period = ({ start, last }: EPeriod): UblNode => ({ "cbc:StartDate": start, "cbc:EndDate": last })

function party({ name, email, address }: EParty): UblNode {
  return {
    "cac:PostalAddress": address ? postalAddress(address) : undefined,
    "cac:PartyLegalEntity": { "cbc:RegistrationName": name },
    ...(email ? { "cac:Contact": { "cbc:ElectronicMail": email } } : {}),
  }
}

/** Of the seller there may be several, of the buyer one. */
function taxScheme({ vatNumber }: EParty, isSeller: boolean): UblNode {
  if (!vatNumber) {
    return {}
  }
  const scheme = { "cbc:CompanyID": vatNumber, "cac:TaxScheme": VAT }
  return { "cac:PartyTaxScheme": isSeller ? [scheme] : scheme }
}

function postalAddress(address: EAddress): UblNode {
  return {
    ...(address.line1 ? { "cbc:StreetName": address.line1 } : {}),
    ...(address.line2 ? { "cbc:AdditionalStreetName": address.line2 } : {}),
    ...(address.city ? { "cbc:CityName": address.city } : {}),
    ...(address.postCode ? { "cbc:PostalZone": address.postCode } : {}),
    ...(address.subdivision ? { "cbc:CountrySubentity": address.subdivision } : {}),
    "cac:Country": { "cbc:IdentificationCode": address.countryCode },
  }
}

/** 30: a credit transfer. */
const paymentMeans = ({ iban, reference }: NonNullable<EInvoice["payment"]>): UblNode => ({
  "cbc:PaymentMeansCode": "30",
  ...(reference ? { "cbc:PaymentID": reference } : {}),
  "cac:PayeeFinancialAccount": { "cbc:ID": iban.replace(/\s/g, "") },
})

const subtotal = ({ base, amount, category, rate, exemptionReason }: ETax, currency: string): UblNode => ({
  "cbc:TaxableAmount": base,
  "cbc:TaxableAmount@currencyID": currency,
  "cbc:TaxAmount": amount,
  "cbc:TaxAmount@currencyID": currency,
  "cac:TaxCategory": {
    "cbc:ID": category,
    "cbc:Percent": rate ?? "0",
    ...(exemptionReason ? { "cbc:TaxExemptionReason": exemptionReason } : {}),
    "cac:TaxScheme": VAT,
  },
})

function invoiceLine(line: ELine, currency: string): UblNode {
  return {
    "cbc:ID": line.id,
    "cbc:InvoicedQuantity": line.quantity,
    "cbc:InvoicedQuantity@unitCode": line.unitCode,
    "cbc:LineExtensionAmount": line.netAmount,
    "cbc:LineExtensionAmount@currencyID": currency,
    ...(line.period ? { "cac:InvoicePeriod": period(line.period) } : {}),
    ...(line.allowances.length
      ? { "cac:AllowanceCharge": line.allowances.map((one) => allowance(one, currency)) }
      : {}),
    "cac:Item": {
      ...(line.description ? { "cbc:Description": line.description } : {}),
      "cbc:Name": line.name,
      "cac:ClassifiedTaxCategory": { "cbc:ID": line.category, "cbc:Percent": line.rate ?? "0", "cac:TaxScheme": VAT },
    },
    "cac:Price": {
      "cbc:PriceAmount": line.netPrice,
      "cbc:PriceAmount@currencyID": currency,
      "cbc:BaseQuantity": line.baseQuantity,
      "cbc:BaseQuantity@unitCode": line.unitCode,
    },
  }
}

const allowance = ({ amount, reason }: ELine["allowances"][number], currency: string): UblNode => ({
  "cbc:ChargeIndicator": "false",
  "cbc:AllowanceChargeReason": reason,
  "cbc:Amount": amount,
  "cbc:Amount@currencyID": currency,
})
