import type { StandardLanguage } from "../base/languages"

/** What a page says of what was just done. */
export const QUICK_ORDER_NOTICES = [
  "added",
  "updated",
  "filled",
  "nothing_before",
  "requested",
  "not_taken",
  "moved",
  "busy",
  "changed",
  "refused",
] as const
export type QuickOrderNotice = (typeof QUICK_ORDER_NOTICES)[number]

/** Fields of the forms, as problems name them. */
export type QuickOrderField =
  | "items"
  | "email"
  | "purchaseOrderNumber"
  | "wantedOn"
  | "note"
  | "address.name"
  | "address.address_1"
  | "address.postal_code"
  | "address.city"
  | "address.country_code"

export interface QuickOrderTexts {
  title: string
  hello: (name: string) => string
  intro: string
  search: string
  find: string
  clear: string
  group: string
  all_groups: string
  found: (count: number) => string
  none: string
  your_price: string
  list_price: string
  /** What a customer's own percentage is called on the order. */
  personal: string
  /** Between a word and its value. */
  colon: string
  each: string
  tax: { included: string; added: string }
  from: (quantity: string, price: string) => string
  set_up: (amount: string) => string
  every: (count: number, unit: "day" | "week" | "month" | "year") => string
  choose: string
  /** Of a package. */
  choose_contents: string
  show_price: string
  none_of: string
  quantity: string
  add: string
  on_request: string
  request: string
  message: string
  of: string
  page: (page: number, pages: number) => string
  previous: string
  next: string
  basket: string
  basket_has: (count: number) => string
  to_basket: string
  basket_empty: string
  back: string
  again: string
  again_hint: string
  left_out: (titles: string) => string
  article: string
  price: string
  sum: string
  estimate: string
  estimate_hint: string
  update: string
  remove_hint: string
  not_sold: string
  details: string
  optional: string
  fields: Record<QuickOrderField, string>
  problems: string
  problem: {
    required: string
    email: string
    date: string
    past: string
    long: string
    number: string
    country: string
    stock: string
    shipping: string
    minimum: (amount: string) => string
    other: string
  }
  review: string
  check: string
  check_hint: string
  was: (before: string, after: string) => string
  gone: string
  goods: string
  shipping: string
  tax_added: string
  tax_included: (amount: string) => string
  total: string
  deliver_to: string
  change: string
  on_account: string
  pay_now: string
  order: string
  minimum_missing: (amount: string) => string
  preparing: string
  reload: string
  done: string
  number: (number: string) => string
  done_hint: string
  more: string
  notice: Record<QuickOrderNotice, string>
}

export const QUICK_ORDER_TEXTS: Record<StandardLanguage, QuickOrderTexts> = {
  en: {
    title: "Order",
    hello: (name) => `Order for ${name}`,
    intro: "These are your prices. You need no account.",
    search: "Search articles",
    find: "Search",
    clear: "Show all",
    group: "Group",
    all_groups: "All groups",
    found: (count) => (count === 1 ? "1 article" : `${count} articles`),
    none: "Nothing was found. Try another word, or show all.",
    your_price: "Your price",
    list_price: "List price",
    personal: "Your discount",
    colon: ": ",
    each: "each",
    tax: {
      included: "Prices include tax.",
      added: "Prices are without tax, which is added when you check your order.",
    },
    from: (quantity, price) => `From ${quantity}: ${price} each`,
    set_up: (amount) => `plus ${amount} for set-up, once`,
    every: (count, unit) => (count === 1 ? `every ${unit}` : `every ${count} ${unit}s`),
    choose: "Variant",
    choose_contents: "Choose contents",
    show_price: "Show the price",
    none_of: "None of these",
    quantity: "Quantity",
    add: "Add",
    on_request: "On request",
    request: "Ask for it",
    message: "Message (optional)",
    of: "to the basket",
    page: (page, pages) => `Page ${page} of ${pages}`,
    previous: "Previous page",
    next: "Next page",
    basket: "Basket",
    basket_has: (count) => (count === 1 ? "1 piece" : `${count} pieces`),
    to_basket: "To the basket",
    basket_empty: "The basket is empty.",
    back: "Back to the articles",
    again: "Order as last time",
    again_hint: "Puts the articles of your last order into the basket, at today’s prices.",
    left_out: (titles) => `Not sold any more: ${titles}`,
    article: "Article",
    price: "Price",
    sum: "Sum",
    estimate: "Sum of the articles",
    estimate_hint:
      "Discounts on the whole order, set-up fees, tax and shipping are shown on the next page, before you order.",
    update: "Update the basket",
    remove_hint: "0 takes an article out.",
    not_sold: "Not sold any more: set the quantity to 0.",
    details: "About your order",
    optional: "optional",
    fields: {
      items: "Articles",
      email: "E-mail",
      purchaseOrderNumber: "Your purchase-order number",
      wantedOn: "Wanted on",
      note: "Note to us",
      "address.name": "Name",
      "address.address_1": "Street and number",
      "address.postal_code": "Postal code",
      "address.city": "City",
      "address.country_code": "Country",
    },
    problems: "Please check this",
    problem: {
      required: "is needed",
      email: "is no e-mail address",
      date: "is no date",
      past: "is in the past",
      long: "is too long",
      number: "takes whole numbers up to 100000",
      country: "is none of the countries that we deliver to",
      stock: "cannot be had in this quantity: please order less, or ask us",
      shipping: "is not delivered to: please ask us",
      minimum: (amount) => `have to come to at least ${amount}`,
      other: "cannot be taken",
    },
    review: "Check your order",
    check: "Check your order",
    check_hint: "Nothing is ordered yet.",
    was: (before, after) => `was ${before}, is now ${after}`,
    gone: "is not sold any more",
    goods: "Articles",
    shipping: "Shipping",
    tax_added: "Tax",
    tax_included: (amount) => `Includes ${amount} tax`,
    total: "Total",
    deliver_to: "Delivered to",
    change: "Change something",
    on_account: "You order on account: an invoice follows.",
    pay_now: "You pay on the page that follows.",
    order: "Order with obligation to pay",
    minimum_missing: (amount) => `The articles have to come to at least ${amount}. Please add something.`,
    preparing: "Your order is being prepared.",
    reload: "Show it",
    done: "Thank you for your order",
    number: (number) => `Order number ${number}`,
    done_hint: "We have received your order. Please keep its number for questions.",
    more: "Order something else",
    notice: {
      added: "It is in the basket.",
      updated: "The basket was updated.",
      filled: "The articles of your last order are in the basket.",
      nothing_before: "There is no earlier order.",
      requested: "We have received your request, and will come back to you.",
      not_taken: "This could not be put into the basket. Please check the quantity.",
      moved: "This order was changed or sent in another window. This is how it stands now.",
      busy: "This order is being made in another window. Please look again in a moment.",
      changed: "A price has changed since you opened this page. Nothing was ordered: please check it again.",
      refused: "The order could not be made: something is sold out or not sold any more. Nothing was ordered.",
    },
  },
  fr: {
    title: "Commander",
    hello: (name) => `Commander pour ${name}`,
    intro: "Voici vos prix. Aucun compte n’est nécessaire.",
    search: "Chercher des articles",
    find: "Chercher",
    clear: "Tout afficher",
    group: "Groupe",
    all_groups: "Tous les groupes",
    found: (count) => `${count} ${count < 2 ? "article" : "articles"}`,
    none: "Rien n’a été trouvé. Essayez un autre mot, ou affichez tout.",
    your_price: "Votre prix",
    list_price: "Prix catalogue",
    personal: "Votre remise",
    colon: "\u00a0: ",
    each: "pièce",
    tax: {
      included: "Les prix comprennent la TVA.",
      added: "Les prix s’entendent hors TVA\u00a0; elle est ajoutée à la vérification de la commande.",
    },
    from: (quantity, price) => `Dès ${quantity}\u00a0: ${price} la pièce`,
    set_up: (amount) => `plus ${amount} de mise en service, une fois`,
    every: (count, unit) => {
      const [one, many] = {
        day: ["chaque jour", `tous les ${count} jours`],
        week: ["chaque semaine", `toutes les ${count} semaines`],
        month: ["chaque mois", `tous les ${count} mois`],
        year: ["chaque an", `tous les ${count} ans`],
      }[unit] as [string, string]
      return count === 1 ? one : many
    },
    choose: "Variante",
    choose_contents: "Choisir le contenu",
    show_price: "Afficher le prix",
    none_of: "Aucun de ceux-ci",
    quantity: "Quantité",
    add: "Ajouter",
    on_request: "Sur demande",
    request: "Demander",
    message: "Message (facultatif)",
    of: "au panier",
    page: (page, pages) => `Page ${page} sur ${pages}`,
    previous: "Page précédente",
    next: "Page suivante",
    basket: "Panier",
    basket_has: (count) => (count === 1 ? "1 pièce" : `${count} pièces`),
    to_basket: "Voir le panier",
    basket_empty: "Le panier est vide.",
    back: "Retour aux articles",
    again: "Commander comme la dernière fois",
    again_hint: "Met les articles de votre dernière commande dans le panier, aux prix d’aujourd’hui.",
    left_out: (titles) => `N’est plus vendu\u00a0: ${titles}`,
    article: "Article",
    price: "Prix",
    sum: "Somme",
    estimate: "Somme des articles",
    estimate_hint:
      "Les remises sur toute la commande, les frais de mise en service, la TVA et la livraison sont affichés à la page suivante, avant que vous commandiez.",
    update: "Mettre à jour le panier",
    remove_hint: "0 retire un article.",
    not_sold: "N’est plus vendu\u00a0: mettez la quantité à 0.",
    details: "Votre commande",
    optional: "facultatif",
    fields: {
      items: "Articles",
      email: "E-mail",
      purchaseOrderNumber: "Votre numéro de commande",
      wantedOn: "Souhaitée pour le",
      note: "Message pour nous",
      "address.name": "Nom",
      "address.address_1": "Rue et numéro",
      "address.postal_code": "Code postal",
      "address.city": "Ville",
      "address.country_code": "Pays",
    },
    problems: "Veuillez vérifier",
    problem: {
      required: "est nécessaire",
      email: "n’est pas une adresse e-mail",
      date: "n’est pas une date",
      past: "est dans le passé",
      long: "est trop long",
      number: "prend des nombres entiers jusqu’à 100000",
      country: "n’est pas un pays que nous livrons",
      stock: "ne sont pas disponibles en cette quantité\u00a0: commandez moins, ou contactez-nous",
      shipping: "n’est pas livrée\u00a0: veuillez nous contacter",
      minimum: (amount) => `doivent atteindre au moins ${amount}`,
      other: "ne convient pas",
    },
    review: "Vérifier la commande",
    check: "Vérifiez votre commande",
    check_hint: "Rien n’est encore commandé.",
    was: (before, after) => `était à ${before}, est maintenant à ${after}`,
    gone: "n’est plus vendu",
    goods: "Articles",
    shipping: "Livraison",
    tax_added: "TVA",
    tax_included: (amount) => `Comprend ${amount} de TVA`,
    total: "Total",
    deliver_to: "Livrée à",
    change: "Modifier",
    on_account: "Vous commandez sur facture\u00a0: elle vous sera envoyée.",
    pay_now: "Vous payez à la page suivante.",
    order: "Commander avec obligation de paiement",
    minimum_missing: (amount) => `Les articles doivent atteindre au moins ${amount}. Veuillez en ajouter.`,
    preparing: "Votre commande est en préparation.",
    reload: "L’afficher",
    done: "Merci pour votre commande",
    number: (number) => `Commande numéro ${number}`,
    done_hint: "Nous avons reçu votre commande. Gardez son numéro pour vos questions.",
    more: "Commander autre chose",
    notice: {
      added: "C’est dans le panier.",
      updated: "Le panier a été mis à jour.",
      filled: "Les articles de votre dernière commande sont dans le panier.",
      nothing_before: "Il n’y a pas de commande précédente.",
      requested: "Nous avons reçu votre demande et revenons vers vous.",
      not_taken: "Cela n’a pas pu être mis dans le panier. Veuillez vérifier la quantité.",
      moved: "Cette commande a été modifiée ou envoyée dans une autre fenêtre. Voici où elle en est.",
      busy: "Cette commande est en cours dans une autre fenêtre. Regardez à nouveau dans un instant.",
      changed: "Un prix a changé depuis l’ouverture de cette page. Rien n’a été commandé\u00a0: veuillez vérifier.",
      refused:
        "La commande n’a pas pu être passée\u00a0: un article est épuisé ou n’est plus vendu. Rien n’a été commandé.",
    },
  },
}
