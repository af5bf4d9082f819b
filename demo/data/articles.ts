import type { SaveArticleBody } from "../../src/contracts/packages/articles"

/** Something that packages consist of: a good, a service, or something that is rented. */
export interface DemoArticle {
  handle: string
  title: string
  /** The name in French, which is the product's subtitle. */
  subtitle: string
  description: string
  /** Per piece, or per what `article` says. */
  prices: Record<string, number>
  /** Left out: it is not counted. */
  stock?: number
  /** Whether it is sent by post where it is sold. */
  isSent?: boolean
  article?: SaveArticleBody
}

const bilingual = (english: string, french: string): string => `${english}\n\n${french}`

/** What the demo store's packages are made of. */
export const ARTICLES: DemoArticle[] = [
  {
    handle: "garden-table",
    title: "Garden table",
    subtitle: "Table de jardin",
    description: bilingual("Teak, for six people.", "En teck, pour six personnes."),
    prices: { eur: 149, chf: 145 },
    stock: 40,
    isSent: true,
  },
  {
    handle: "garden-chair",
    title: "Garden chair",
    subtitle: "Chaise de jardin",
    description: bilingual("Teak, folds flat.", "En teck, pliante."),
    prices: { eur: 39, chf: 38 },
    stock: 200,
    isSent: true,
  },
  {
    handle: "parasol",
    title: "Parasol",
    subtitle: "Parasol",
    description: bilingual("Three metres, sand.", "Trois mètres, couleur sable."),
    prices: { eur: 59.9, chf: 58 },
    stock: 40,
    isSent: true,
  },
  {
    handle: "care-oil",
    title: "Care oil",
    subtitle: "Huile d'entretien",
    description: bilingual("Goes into the box of each set.", "Jointe à chaque ensemble."),
    prices: { eur: 9.9, chf: 9.5 },
  },
  {
    handle: "assembly",
    title: "Assembly",
    subtitle: "Montage",
    description: bilingual("By the hour, at your place.", "À l'heure, chez vous."),
    prices: { eur: 45, chf: 48 },
    article: { unit: "hour" },
  },
  {
    handle: "photographer",
    title: "Photographer",
    subtitle: "Photographe",
    description: bilingual("By the hour.", "À l'heure."),
    prices: { eur: 90, chf: 95 },
    article: { unit: "hour" },
  },
  {
    handle: "flowers",
    title: "Flowers",
    subtitle: "Fleurs",
    description: bilingual("For one table.", "Pour une table."),
    prices: { eur: 35, chf: 36 },
  },
  {
    handle: "disc-jockey",
    title: "Disc jockey",
    subtitle: "Disc-jockey",
    description: bilingual("Until two in the morning.", "Jusqu'à deux heures du matin."),
    prices: { eur: 480, chf: 490 },
  },
  {
    handle: "string-trio",
    title: "String trio",
    subtitle: "Trio à cordes",
    description: bilingual("During the meal.", "Pendant le repas."),
    prices: { eur: 620, chf: 640 },
  },
  {
    handle: "set-up-and-clearing",
    title: "Set-up and clearing",
    subtitle: "Montage et rangement",
    description: bilingual("For the crew's plan alone.", "Pour le planning de l'équipe uniquement."),
    prices: { eur: 120, chf: 125 },
  },
  {
    handle: "guest-book",
    title: "Guest book",
    subtitle: "Livre d'or",
    description: bilingual("Linen, 120 pages.", "En lin, 120 pages."),
    prices: { eur: 29, chf: 28 },
  },
  {
    handle: "menu-of-the-season",
    title: "Menu of the season",
    subtitle: "Menu de saison",
    description: bilingual("Three courses for one guest.", "Trois plats pour un convive."),
    prices: { eur: 38.5, chf: 42 },
  },
  {
    handle: "vegetarian-menu",
    title: "Vegetarian menu",
    subtitle: "Menu végétarien",
    description: bilingual("Three courses for one guest.", "Trois plats pour un convive."),
    prices: { eur: 34, chf: 37 },
  },
  {
    handle: "waiter",
    title: "Waiter",
    subtitle: "Serveur",
    description: bilingual("By the hour.", "À l'heure."),
    prices: { eur: 32, chf: 35 },
    article: { unit: "hour" },
  },
  {
    handle: "camera",
    title: "Camera",
    subtitle: "Appareil photo",
    description: bilingual(
      "For rent by the day. Out of the house an hour before, cleaned for two hours afterwards.",
      "À louer à la journée. Sorti une heure avant, nettoyé pendant deux heures au retour.",
    ),
    prices: { eur: 40, chf: 42 },
    stock: 4,
    article: { unit: "day", buffer_before_minutes: 60, buffer_after_minutes: 120 },
  },
  {
    handle: "lens",
    title: "Lens",
    subtitle: "Objectif",
    description: bilingual("For rent by the day.", "À louer à la journée."),
    prices: { eur: 15, chf: 16 },
    stock: 10,
    article: { unit: "day" },
  },
  {
    handle: "flash",
    title: "Flash",
    subtitle: "Flash",
    description: bilingual("For rent by the day.", "À louer à la journée."),
    prices: { eur: 8, chf: 9 },
    stock: 3,
    article: { unit: "day" },
  },
]
