import type { InvoiceAddress, InvoiceBuyer, InvoiceSeller } from "./invoice-shape"
import type { AddressFacts, InvoiceFacts } from "./invoice-facts"

/** The seller as the invoice names it. */
export function invoiceSeller(seller: InvoiceFacts["seller"]): InvoiceSeller {
  return {
    name: seller.name,
    address: invoiceAddress(seller),
    vat_number: seller.vat_number ?? null,
    email: seller.email ?? null,
  }
}

/**
 * The buyer as the invoice names it: by the billing address, which says to whom it goes; what it leaves out is the
 * customer's own, or the address's of the delivery.
 */
export function invoiceBuyer({ buyer, billingAddress, shippingAddress }: InvoiceFacts): InvoiceBuyer {
  const address = billingAddress ?? shippingAddress
  return {
    name: nameIn(billingAddress) || buyer.name || nameIn(shippingAddress) || null,
    company: billingAddress?.company || buyer.company || shippingAddress?.company || null,
    address: address && invoiceAddress(address),
    vat_number: buyer.vatNumber ?? null,
    email: buyer.email,
  }
}

const nameIn = (address: AddressFacts | null): string =>
  [address?.first_name, address?.last_name].filter(Boolean).join(" ")

/** The fields of an address that an invoice shows, and no others. */
export function invoiceAddress(address: AddressFacts): InvoiceAddress {
  return {
    first_name: address.first_name || null,
    last_name: address.last_name || null,
    company: address.company || null,
    address_1: address.address_1 || null,
    address_2: address.address_2 || null,
    postal_code: address.postal_code || null,
    city: address.city || null,
    province: address.province || null,
    country_code: address.country_code || null,
    phone: address.phone || null,
  }
}
