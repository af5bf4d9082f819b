import type { SaveOfferInput } from "../../src/contracts/billing/offers"
import type { SavePackageBody } from "../../src/contracts/packages/packages"

type Entry = Omit<NonNullable<SavePackageBody["entries"]>[number], "variant_id"> & {
  /** Handle of the product, and the title of its variant where it has several. */
  of: string
  variant?: string
}

export interface DemoPackage {
  handle: string
  title: string
  /** The name in French, which is the product's subtitle. */
  subtitle: string
  description: string
  package: Omit<SavePackageBody, "entries" | "version">
  entries: Entry[]
  /** A package that renews: the names of its variants, in the order of the offer's cycles. */
  renews?: { collection: string; variants: string[]; offer: SaveOfferInput }
}

const in2 = (eur: string, chf: string) => [
  { currency_code: "eur", amount: eur },
  { currency_code: "chf", amount: chf },
]

const perDay = (currency_code: string, prices: [duration: number | null, price: string][]) =>
  prices.map(([duration, price]) => ({ currency_code, duration, price }))

export const PHOTO_KIT = "photo-kit"

/** One of each pricing, one in which others are nested, and one that renews. What is nested comes first. */
export const PACKAGES: DemoPackage[] = [
  {
    handle: "wedding",
    title: "Wedding",
    subtitle: "Mariage",
    description: "Photographer, flowers and music at one price.\n\nPhotographe, fleurs et musique à prix forfaitaire.",
    package: {
      pricing: "flat",
      prices: in2("1490.00", "1450.00"),
      default_hours: 6,
      contract_description: "Half is due with the order.\n\nLa moitié est due à la commande.",
      shows_contract_description: true,
      internal_notes: "Ask for the way to the hall.",
    },
    entries: [
      { of: "photographer" },
      { of: "flowers", quantity: 8 },
      { of: "disc-jockey", alternative_group: "Music", is_default: true },
      { of: "string-trio", alternative_group: "Music" },
      { of: "set-up-and-clearing", is_hidden: true },
      { of: "guest-book", role: "accessory", is_optional: true, is_nested: true, is_free_quantity: true },
    ],
  },
  {
    handle: "garden-set",
    title: "Garden furniture",
    subtitle: "Mobilier de jardin",
    description: "A table with four chairs.\n\nUne table et quatre chaises.",
    package: { pricing: "contents_all", default_hours: 2 },
    entries: [
      { of: "garden-table" },
      { of: "garden-chair", quantity: 4 },
      { of: "care-oil", is_hidden: true },
      { of: "parasol", is_optional: true },
      { of: "assembly", is_optional: true },
    ],
  },
  {
    handle: "catering",
    title: "Catering for ten",
    subtitle: "Traiteur pour dix",
    description: "Ten menus and a waiter for four hours.\n\nDix menus et un serveur pendant quatre heures.",
    package: { pricing: "contents_visible", default_hours: 4 },
    entries: [
      { of: "menu-of-the-season", quantity: 10, alternative_group: "Menu", is_default: true },
      { of: "vegetarian-menu", quantity: 10, alternative_group: "Menu" },
      { of: "waiter" },
      { of: "set-up-and-clearing", is_hidden: true },
    ],
  },
  {
    handle: PHOTO_KIT,
    title: "Photo kit",
    subtitle: "Kit photo",
    description: "A camera with two lenses, for rent.\n\nUn appareil photo et deux objectifs, à louer.",
    package: {
      pricing: "day",
      rates: [
        ...perDay("eur", [
          [1, "60.00"],
          [3, "150.00"],
          [7, "300.00"],
          [null, "35.00"],
        ]),
        ...perDay("chf", [
          [1, "62.00"],
          [3, "155.00"],
          [7, "310.00"],
          [null, "36.00"],
        ]),
      ],
    },
    entries: [
      { of: "camera" },
      { of: "lens", quantity: 2 },
      { of: "flash", role: "accessory", is_optional: true, is_nested: true },
    ],
  },
  {
    handle: "opening-party",
    title: "Opening party",
    subtitle: "Fête d'ouverture",
    description:
      "Two sets of garden furniture, yours to keep, and catering for ten.\n\nDeux ensembles de jardin, à garder, et le traiteur pour dix.",
    package: { pricing: "contents_all", lists_contents: false },
    entries: [{ of: "garden-set", quantity: 2 }, { of: "catering" }, { of: "flowers", is_optional: true }],
  },
  {
    handle: "hosting-pack",
    title: "Hosting pack",
    subtitle: "Pack hébergement",
    description:
      "Hosting, the mail archive and maintenance, for less than each by itself.\n\nHébergement, archive de courriels et maintenance, moins cher que séparément.",
    package: { pricing: "flat" },
    entries: [
      { of: "web-hosting", variant: "Monthly" },
      { of: "mail-archive", variant: "Monthly" },
      { of: "maintenance", variant: "Monthly", is_hidden: true },
    ],
    renews: {
      collection: "Hosting",
      variants: ["Monthly", "Annual"],
      offer: {
        payment_type: "recurring",
        rank: 4,
        cycles: [
          { interval: { unit: "month", count: 1 }, prices: in2("54.00", "52.00"), setup_fees: [] },
          { interval: { unit: "year", count: 1 }, prices: in2("540.00", "520.00"), setup_fees: [] },
        ],
      },
    },
  },
]
