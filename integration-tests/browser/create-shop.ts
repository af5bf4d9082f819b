import type { RunningStore } from "./start-store"
import { StoreHttp, type Json } from "./store-http"

interface WithId {
  id: string
}

/** A shop that sells in two currencies, and a visitor who has an account in it. */
export interface Shop {
  admin: StoreHttp
  customer: StoreHttp
  customerId: string
  regions: Record<"eur" | "chf", string>
  salesChannelId: string
}

const REGIONS = [
  { name: "Europe", currency_code: "eur", countries: ["de", "fr"] },
  { name: "Schweiz", currency_code: "chf", countries: ["ch"] },
] as const

const TAXES = [
  { country_code: "de", rate: 19, name: "USt" },
  { country_code: "fr", rate: 20, name: "TVA" },
  { country_code: "ch", rate: 8.1, name: "MWST" },
]

async function tokenOf(http: StoreHttp, actor: "user" | "customer", body: Json): Promise<StoreHttp> {
  const { token } = await http.post<{ token: string }>(`/auth/${actor}/emailpass`, body)
  return http.with({ authorization: `Bearer ${token}` })
}

async function createCustomer(visitor: StoreHttp, email: string): Promise<{ customer: StoreHttp; id: string }> {
  const login = { email, password: "a-password-for-tests" }
  const { token } = await visitor.post<{ token: string }>("/auth/customer/emailpass/register", login)
  const registering = visitor.with({ authorization: `Bearer ${token}` })
  const { customer } = await registering.post<{ customer: WithId }>("/store/customers", {
    email,
    first_name: "Clara",
    last_name: "Meier",
  })
  return { customer: await tokenOf(visitor, "customer", login), id: customer.id }
}

/** Sets the shop up over Medusa's own Admin API. */
export async function createShop({ url, admin: login }: RunningStore): Promise<Shop> {
  const admin = await tokenOf(new StoreHttp(url), "user", login)
  const { stores } = await admin.get<{ stores: WithId[] }>("/admin/stores")
  await admin.post(`/admin/stores/${stores[0]?.id}`, {
    name: "Alpine Hosting",
    supported_currencies: [{ currency_code: "eur", is_default: true }, { currency_code: "chf" }],
  })
  const { payment_providers } = await admin.get<{ payment_providers: WithId[] }>("/admin/payments/payment-providers")
  const regions: Record<string, string> = {}
  for (const region of REGIONS) {
    const body = { ...region, payment_providers: payment_providers.map(({ id }) => id) }
    regions[region.currency_code] = (await admin.post<{ region: WithId }>("/admin/regions", body)).region.id
  }
  for (const { country_code, rate, name } of TAXES) {
    const default_tax_rate = { rate, code: name.toLowerCase(), name }
    await admin.post("/admin/tax-regions", { country_code, provider_id: "tp_system", default_tax_rate })
  }
  const { sales_channel } = await admin.post<{ sales_channel: WithId }>("/admin/sales-channels", { name: "Web" })
  const { api_key } = await admin.post<{ api_key: WithId & { token: string } }>("/admin/api-keys", {
    title: "Web",
    type: "publishable",
  })
  await admin.post(`/admin/api-keys/${api_key.id}/sales-channels`, { add: [sales_channel.id] })
  const visitor = new StoreHttp(url, { "x-publishable-api-key": api_key.token })
  const { customer, id } = await createCustomer(visitor, "clara.meier@example.com")
  return {
    admin,
    customer,
    customerId: id,
    regions: { eur: regions.eur ?? "", chf: regions.chf ?? "" },
    salesChannelId: sales_channel.id,
  }
}

/** A product as Medusa makes one: no group, no offer, one variant, with a price in each currency that is named. */
export async function createPlainProduct(
  { admin, salesChannelId }: Shop,
  title: string,
  amounts: Record<string, number> = {},
): Promise<string> {
  const prices = Object.entries(amounts).map(([currency_code, amount]) => ({ currency_code, amount }))
  const { product } = await admin.post<{ product: WithId }>("/admin/products", {
    title,
    status: "published",
    options: [{ title: "Plan", values: ["Standard"] }],
    variants: [{ title: "Standard", options: { Plan: "Standard" }, manage_inventory: false, prices }],
    sales_channels: [{ id: salesChannelId }],
  })
  return product.id
}
