import type { ImportFormat } from "./import-format"

/**
 * WHMCS: the report *Services* as CSV. It names neither e-mail address, currency nor country: columns of the own template beside
 * it do.
 */
export const WHMCS_FORMAT: ImportFormat = {
  headers: {
    id: "key",
    serviceid: "key",
    clientemail: "email",
    productid: "product",
    packageid: "product",
    quantity: "quantity",
    qty: "quantity",
    recurringamount: "unit_price",
    amount: "unit_price",
    currency: "currency_code",
    billingcycle: "interval",
    nextduedate: "next_on",
    regdate: "started_on",
    registrationdate: "started_on",
    status: "status",
    domainstatus: "status",
  },
}
