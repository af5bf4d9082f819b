import billingEn from "./billing.en.json"
import billingFr from "./billing.fr.json"
import customersEn from "./customers.en.json"
import customersFr from "./customers.fr.json"
import discountsEn from "./discounts.en.json"
import discountsFr from "./discounts.fr.json"
import packagesEn from "./packages.en.json"
import packagesFr from "./packages.fr.json"
import quickOrdersEn from "./quick-orders.en.json"
import quickOrdersFr from "./quick-orders.fr.json"
import provisioningEn from "./provisioning.en.json"
import provisioningFr from "./provisioning.fr.json"
import salesEn from "./sales.en.json"
import salesFr from "./sales.fr.json"
import uiEn from "./ui.en.json"
import uiFr from "./ui.fr.json"

/** Merged into the dashboard's own resources, one namespace for each room; other languages fall back to English. */
export default {
  en: {
    serviceUi: uiEn,
    serviceBilling: billingEn,
    serviceCustomers: customersEn,
    serviceDiscounts: discountsEn,
    servicePackages: packagesEn,
    serviceQuickOrders: quickOrdersEn,
    serviceProvisioning: provisioningEn,
    serviceSales: salesEn,
  },
  fr: {
    serviceUi: uiFr,
    serviceBilling: billingFr,
    serviceCustomers: customersFr,
    serviceDiscounts: discountsFr,
    servicePackages: packagesFr,
    serviceQuickOrders: quickOrdersFr,
    serviceProvisioning: provisioningFr,
    serviceSales: salesFr,
  },
}
