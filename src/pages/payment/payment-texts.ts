import type { PaymentPageState } from "../../rules/billing"
import type { StandardLanguage } from "../base/languages"

/** What the page says of a payment that was just tried. */
export const PAYMENT_NOTICES = ["declined", "unavailable", "unfinished"] as const
export type PaymentNotice = (typeof PAYMENT_NOTICES)[number]

export interface PaymentTexts {
  title: (number: string) => string
  badge: Record<PaymentPageState | "overdue", string>
  state: Record<Exclude<PaymentPageState, "open">, string>
  notice: Record<PaymentNotice, string>
  to_pay: string
  due: (day: string) => string
  paid_on: (day: string) => string
  already_paid: string
  what_for: string
  what: string
  amount: string
  quantity: (quantity: string, price: string) => string
  discount: string
  tax_included: string
  subtotal: string
  shipping: string
  total: string
  rounding: string
  credit: string
  for: string
  document: string
  open_document: (format: string) => string
  pay: string
  how: string
  pay_amount: (amount: string) => string
  pay_by: (way: string) => string
  continue_by: (way: string) => string
  save: string
  confirm: string
  check: string
  other: string
  no_way: string
  transfer: string
  reference: string
  account: string
  bank: string
  holder: string
  qr_bill: string
}

export const PAYMENT_TEXTS: Record<StandardLanguage, PaymentTexts> = {
  en: {
    title: (number) => `Invoice ${number}`,
    badge: {
      open: "To be paid",
      overdue: "Overdue",
      processing: "Being processed",
      action_required: "Waits for you",
      paid: "Paid",
      settled: "Nothing to pay",
    },
    state: {
      paid: "Thank you. We have received your payment.",
      processing:
        "Your payment is being processed. Please do not pay again: this can take a moment, and with a direct debit some days.",
      action_required: "Your bank asks you to confirm this payment.",
      settled: "Nothing is to be paid for this invoice any more.",
    },
    notice: {
      declined: "The payment was declined, and nothing was charged. Please try again or pay in another way.",
      unavailable: "The payment could not be started, and nothing was charged. Please try again.",
      unfinished: "The payment was not finished, and nothing was charged.",
    },
    to_pay: "To be paid",
    due: (day) => `Due on ${day}`,
    paid_on: (day) => `Paid on ${day}`,
    already_paid: "Already paid or credited",
    what_for: "What it is for",
    what: "Description",
    amount: "Amount",
    quantity: (quantity, price) => `${quantity} × ${price}`,
    discount: "Discount",
    tax_included: "incl. tax",
    subtotal: "Subtotal",
    shipping: "Shipping",
    total: "Total",
    rounding: "Rounding",
    credit: "Credit",
    for: "for",
    document: "Document",
    open_document: (format) => `Invoice as ${format}`,
    pay: "Pay",
    how: "How do you want to pay?",
    pay_amount: (amount) => `Pay ${amount}`,
    pay_by: (way) => `Pay by ${way}`,
    continue_by: (way) => `Continue with ${way}`,
    save: "Save this payment method, and charge it for the renewals of my subscription from now on. I can change this at any time.",
    confirm: "Confirm the payment",
    check: "Look again",
    other: "Pay in another way",
    no_way: "This invoice cannot be paid here. Please contact us.",
    transfer: "Transfer the amount with this reference, so that we know what it is for.",
    reference: "Reference",
    account: "IBAN",
    bank: "BIC",
    holder: "To",
    qr_bill: "QR-bill to scan with your banking app",
  },
  fr: {
    title: (number) => `Facture ${number}`,
    badge: {
      open: "À payer",
      overdue: "En retard",
      processing: "En cours",
      action_required: "Attend votre confirmation",
      paid: "Payée",
      settled: "Rien à payer",
    },
    state: {
      paid: "Merci. Nous avons reçu votre paiement.",
      processing:
        "Votre paiement est en cours. Veuillez ne pas payer une seconde fois\u00a0: cela peut prendre un moment, et plusieurs jours pour un prélèvement.",
      action_required: "Votre banque vous demande de confirmer ce paiement.",
      settled: "Il n’y a plus rien à payer pour cette facture.",
    },
    notice: {
      declined:
        "Le paiement a été refusé et rien n’a été débité. Veuillez réessayer ou choisir un autre moyen de paiement.",
      unavailable: "Le paiement n’a pas pu commencer et rien n’a été débité. Veuillez réessayer.",
      unfinished: "Le paiement n’a pas été terminé et rien n’a été débité.",
    },
    to_pay: "À payer",
    due: (day) => `Échéance le ${day}`,
    paid_on: (day) => `Payée le ${day}`,
    already_paid: "Déjà payé ou crédité",
    what_for: "Objet",
    what: "Désignation",
    amount: "Montant",
    quantity: (quantity, price) => `${quantity} × ${price}`,
    discount: "Remise",
    tax_included: "TVA comprise",
    subtotal: "Sous-total",
    shipping: "Livraison",
    total: "Total",
    rounding: "Arrondi",
    credit: "Avoir",
    for: "pour",
    document: "Document",
    open_document: (format) => `Facture en ${format}`,
    pay: "Payer",
    how: "Comment souhaitez-vous payer\u00a0?",
    pay_amount: (amount) => `Payer ${amount}`,
    pay_by: (way) => `Payer par ${way}`,
    continue_by: (way) => `Continuer avec ${way}`,
    save: "Enregistrer ce moyen de paiement et l’utiliser désormais pour les renouvellements de mon abonnement. Je peux le changer à tout moment.",
    confirm: "Confirmer le paiement",
    check: "Actualiser",
    other: "Payer autrement",
    no_way: "Cette facture ne peut pas être payée ici. Veuillez nous contacter.",
    transfer: "Faites un virement de ce montant avec cette référence, pour que nous sachions à quoi il correspond.",
    reference: "Référence",
    account: "IBAN",
    bank: "BIC",
    holder: "Bénéficiaire",
    qr_bill: "QR-facture à scanner avec votre application bancaire",
  },
}
