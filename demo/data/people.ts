/** Log-ins of the demo store. Everybody may know them: the store listens on this machine alone. */
export const ADMIN = { email: "admin@demo.example", password: "demo-store", first_name: "Ada", last_name: "Admin" }

export const CUSTOMER_PASSWORD = "demo-store"

export const CUSTOMERS = [
  {
    email: "anna@demo.example",
    first_name: "Anna",
    last_name: "Keller",
    company_name: "Keller Gartenbau GmbH",
    address: { address_1: "Bahnhofstrasse 4", postal_code: "8001", city: "Zürich", country_code: "ch" },
  },
  {
    email: "bruno@demo.example",
    first_name: "Bruno",
    last_name: "Weber",
    company_name: null,
    address: { address_1: "Torstraße 60", postal_code: "10119", city: "Berlin", country_code: "de" },
  },
  {
    email: "chloe@demo.example",
    first_name: "Chloé",
    last_name: "Martin",
    company_name: "Atelier Martin",
    address: { address_1: "12 rue de Rivoli", postal_code: "75004", city: "Paris", country_code: "fr" },
  },
] as const

export type DemoCustomer = (typeof CUSTOMERS)[number]

/** A lead without an account, who orders by a quick-order link. */
export const QUICK_BUYER = {
  name: "Atelier Lumière",
  contact_person: "Léa Favre",
  email: "lea.favre@example.com",
  phone: "+49 30 901820",
  address_1: "Kastanienallee 12",
  postal_code: "10435",
  city: "Berlin",
  country_code: "de",
  temperature: "hot",
  discount_percent: "15",
  currency_code: "eur",
  language: "en",
}
