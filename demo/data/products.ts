import type { SaveOfferInput } from "../../src/contracts/billing/offers"

const month = (count: number) => ({ unit: "month" as const, count })
const in2 = (eur: string, chf: string) => [
  { currency_code: "eur", amount: eur },
  { currency_code: "chf", amount: chf },
]

export interface DemoService {
  handle: string
  title: string
  description: string
  collection: string
  /** Names of the variants, in the order of the offer's cycles. */
  variants: string[]
  offer: SaveOfferInput
}

/** What is sold as a service; the collection is the offer's group. */
export const SERVICES: DemoService[] = [
  {
    handle: "web-hosting",
    title: "Web hosting",
    description: "20 GB of space, mail for your domain, a backup every night. A year costs ten months.",
    collection: "Hosting",
    variants: ["Monthly", "Quarterly", "Annual"],
    offer: {
      payment_type: "recurring",
      rank: 0,
      cycles: [
        { interval: month(1), prices: in2("9.90", "9.50"), setup_fees: in2("19.00", "18.00") },
        { interval: month(3), prices: in2("28.50", "27.00"), setup_fees: in2("19.00", "18.00") },
        { interval: { unit: "year", count: 1 }, prices: in2("99.00", "95.00"), setup_fees: in2("9.00", "8.00") },
      ],
    },
  },
  {
    handle: "maintenance",
    title: "Maintenance contract",
    description: "Somebody looks after your site. The invoice is sent a week before it is due.",
    collection: "Hosting",
    variants: ["Monthly"],
    offer: {
      payment_type: "recurring",
      collection_method: "send_invoice",
      rank: 2,
      cycles: [{ interval: month(1), prices: in2("49.00", "47.00"), setup_fees: [] }],
    },
  },
  {
    handle: "mail-archive",
    title: "Mail archive",
    description: "Every mail kept for ten years. The first 30 days are free.",
    collection: "Hosting",
    variants: ["Monthly"],
    offer: {
      payment_type: "recurring",
      trial_days: 30,
      rank: 3,
      cycles: [{ interval: month(1), prices: in2("4.90", "4.70"), setup_fees: in2("9.00", "9.00") }],
    },
  },
  {
    handle: "starter-page",
    title: "Starter page",
    description: "One page on our address, free for 30 days.",
    collection: "Hosting",
    variants: ["Free"],
    offer: { payment_type: "free", rank: 1, duration: { unit: "day", count: 30 }, cycles: [{ interval: null }] },
  },
  {
    handle: "photo-archive-licence",
    title: "Photo archive, lifetime licence",
    description: "Paid once, yours for good.",
    collection: "Licences",
    variants: ["Lifetime"],
    offer: {
      payment_type: "lifetime",
      rank: 0,
      cycles: [{ interval: null, prices: in2("149.00", "145.00"), setup_fees: [] }],
    },
  },
]

/** A plain good, for mixed carts: Medusa's own product, with stock and shipping. */
export const GOOD = {
  handle: "usb-stick",
  title: "USB stick with your backup",
  description: "64 GB, sent by post.",
  prices: { eur: 24, chf: 23 },
  stock: 500,
}
