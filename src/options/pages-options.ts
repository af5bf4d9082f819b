import { z } from "@medusajs/framework/zod"

const address = z
  .url()
  .refine((value) => /^https?:\/\//i.test(value), "begins with https:// (or http:// while developing)")
  .transform((value) => value.replace(/\/+$/, ""))

const landing = z
  .url()
  .refine((value) => /^https?:\/\//i.test(value), "begins with https:// (or http:// while developing)")
  .refine((value) => value.includes("{cart}"), "holds {cart}, where the cart's id is to stand")

/** The options of the plugin's own web pages: the section `pages` of the plugin's options. */
export const pagesOptionsSchema = z.strictObject({
  /**
   * Where customers reach this server: "https://shop.example.com". Left out: Medusa's `admin.backendUrl`. Links are made with
   * it, never with the address that a request names.
   */
  url: address.optional(),
  /**
   * Signs sessions of pages: at least 32 characters. Left out: derived from Medusa's `cookieSecret`. Another secret ends all
   * open sessions; links stay good.
   */
  secret: z.string().min(32, "takes at least 32 characters").optional(),
  /** The shop, for the way back from a page. */
  storefrontUrl: address.optional(),
  /**
   * The storefront's cart and its checkout, with `{cart}` where the cart's id is to stand: links of offers land there. Left
   * out: `/cart?cart_id={cart}` and `/checkout?cart_id={cart}` of `storefrontUrl`.
   */
  cartUrl: landing.optional(),
  checkoutUrl: landing.optional(),
  /** A payment page of the storefront's own, with `{token}` where the link's token is to stand. Left out: the plugin's. */
  paymentLinkUrl: z
    .url()
    .refine((value) => value.includes("{token}"), "holds {token}, where the link's token is to stand")
    .optional(),
  /** For how many days a payment link is good. */
  linkDays: z.number().int().min(1).max(3650).default(90),
  /** Quick-order links: pages on which customers order without a log-in (C20 to C25). */
  quickOrders: z
    .strictObject({
      /** For how many days a link is good. */
      linkDays: z.number().int().min(1).max(3650).default(90),
      /** A page of the storefront's own, with `{token}` where the link's token is to stand. Left out: the plugin's. */
      linkUrl: z
        .url()
        .refine((value) => value.includes("{token}"), "holds {token}, where the link's token is to stand")
        .optional(),
      /** The least that the goods of an order come to after discounts, by currency: `{ eur: "50" }`. */
      minimumOrder: z
        .record(z.string().regex(/^[a-z]{3}$/, "is a currency in small letters"), z.string())
        .refine(
          (minima) => Object.values(minima).every((value) => /^\d{1,12}(\.\d{1,4})?$/.test(value)),
          "holds amounts",
        )
        .default({}),
      /** On account, paid by the invoice; or the payment page follows at once (C24). */
      payment: z.enum(["on_account", "now"]).default("on_account"),
      /** The shipping options that may be taken, by id: the cheapest of them. Left out: the cheapest of all. */
      shippingOptions: z.array(z.string()).optional(),
      /** The sales channel that orders are made in. Left out: the store's default one. */
      salesChannelId: z.string().optional(),
    })
    .prefault({}),
  /** Stripe's publishable key, pk_…; without it, no page offers Stripe. */
  stripePublishableKey: z
    .string()
    .regex(/^pk_[A-Za-z0-9_]+$/, "begins with pk_")
    .optional(),
})
