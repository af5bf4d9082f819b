import type { InvoiceReminderData, PriceReminderData, RenewalReminderData } from "../../rules/billing"
import type { Frame, Letter } from "../letter"
import type { LetterFormat } from "../letter-format"
import type { Letters } from "../letters"
import { numbersOf } from "../numbers-of"

const inDays = (days: number): string => (days === 1 ? "demain" : `dans ${days} jours`)
const daysAgo = (days: number): string => (days === 1 ? "hier" : `il y a ${days} jours`)

const pay = (url: string | null, label = "Payer maintenant"): Letter["action"] => (url === null ? null : { label, url })

const renewalRows = (data: RenewalReminderData, format: LetterFormat, on: string): [string, string][] => {
  const method = format.method(data.method)
  return [
    ["Service", format.services(data.services)],
    [
      "Abonnement",
      numbersOf(data)
        .map((number) => `n° ${number}`)
        .join(", "),
    ],
    [on, format.date(data.due_on)],
    ["Montant", format.money(data.total, data.currency_code)],
    ...(method ? [["Moyen de paiement", method] as [string, string]] : []),
  ]
}

const priceRows = (data: PriceReminderData, format: LetterFormat): [string, string][] => {
  const kind = data.is_tax_inclusive ? "TTC" : "HT"
  return [
    ["Service", format.services(data.services)],
    ["Abonnement", `n° ${data.subscription_number}`],
    ["Prix actuel", `${format.money(data.old_price, data.currency_code)} ${kind}`],
    ["Nouveau prix", `${format.money(data.new_price, data.currency_code)} ${kind}`],
    ["Dès le", format.date(data.effective_on)],
  ]
}

const invoiceRows = (data: InvoiceReminderData, format: LetterFormat): [string, string][] => [
  ["Facture", data.invoice_number],
  ...(data.services.length ? [["Pour", format.services(data.services)] as [string, string]] : []),
  ["Total", format.money(data.total, data.currency_code)],
  ["À payer", format.money(data.open_total, data.currency_code)],
  ["Échéance", format.date(data.due_on)],
]

export const FRAME_FR: Frame = {
  greeting: (name) => (name === null ? "Bonjour," : `Bonjour ${name},`),
  regards: "Meilleures salutations",
  questions: (email) => `Une question ? Écrivez à ${email}.`,
}

export const LETTERS_FR: Letters = {
  "billing.renewal_upcoming": (data, format) => ({
    subject: `${format.services(data.services)} : renouvellement ${inDays(data.days)}`,
    paragraphs: [
      `${numbersOf(data).length > 1 ? "Vos abonnements se renouvellent" : "Votre abonnement se renouvelle"} le ${format.date(data.due_on)}. Nous débiterons ${format.money(data.total, data.currency_code)} sur votre moyen de paiement enregistré. Vous n’avez rien à faire.`,
    ],
    rows: renewalRows(data, format, "Renouvellement le"),
    action: null,
  }),
  "billing.trial_ending": (data, format) => ({
    subject: `Votre essai de ${format.services(data.services)} se termine ${inDays(data.days)}`,
    paragraphs: [
      `Votre essai se termine le ${format.date(data.due_on)}. Ensuite, la première période coûte ${format.money(data.total, data.currency_code)}. Si vous ne souhaitez pas continuer, résiliez avant ce jour.`,
    ],
    rows: renewalRows(data, format, "Fin de l’essai le"),
    action: null,
  }),
  "billing.debit_announced": (data, format) => ({
    subject: `Prélèvement de ${format.money(data.total, data.currency_code)} le ${format.date(data.due_on)}`,
    paragraphs: [
      `Le ${format.date(data.due_on)}, nous prélèverons ${format.money(data.total, data.currency_code)} sur votre compte. Veillez à ce qu’il soit approvisionné.`,
    ],
    rows: renewalRows(data, format, "Prélèvement le"),
    action: null,
  }),
  "billing.expiry_upcoming": (data, format) => ({
    subject: `${format.services(data.services)} se termine ${inDays(data.days)}`,
    paragraphs: [`Votre abonnement se termine le ${format.date(data.ends_on)}. Il n’est pas renouvelé après ce jour.`],
    rows: [
      ["Service", format.services(data.services)],
      ["Abonnement", `n° ${data.subscription_number}`],
      ["Fin le", format.date(data.ends_on)],
    ],
    action: null,
  }),
  "billing.card_expiring": (data, format) => ({
    subject: "Votre carte expire bientôt",
    paragraphs: [
      `La carte avec laquelle vous payez ${format.services(data.services)} peut être débitée jusqu’au ${format.date(data.expires_on)}. Enregistrez-en une autre avant ce jour, pour que votre service continue sans interruption.`,
    ],
    rows: [
      ["Carte", format.method(data.method) ?? "–"],
      ["Valable jusqu’au", format.date(data.expires_on)],
    ],
    action: null,
  }),
  "billing.invoice_issued": (data, format) => ({
    subject: `Facture ${data.invoice_number}`,
    paragraphs: [
      `Votre facture du ${format.date(data.issued_on)} s’élève à ${format.money(data.open_total, data.currency_code)}, à payer jusqu’au ${format.date(data.due_on)}.`,
    ],
    rows: invoiceRows(data, format),
    action: pay(data.payment_url, "Voir et payer la facture"),
  }),
  "billing.invoice_due": (data, format) => ({
    subject: `La facture ${data.invoice_number} est à payer ${data.days === 1 ? "demain" : `dans ${data.days} jours`}`,
    paragraphs: [
      `La facture ${data.invoice_number} est à payer jusqu’au ${format.date(data.due_on)}. Si vous l’avez déjà payée, merci : il n’y a rien à faire.`,
    ],
    rows: invoiceRows(data, format),
    action: pay(data.payment_url),
  }),
  "billing.overdue": (data, format) => ({
    subject: `La facture ${data.invoice_number} est en retard`,
    paragraphs: [
      `La facture ${data.invoice_number} était à payer ${daysAgo(data.days)}, le ${format.date(data.due_on)}, et nous n’avons pas encore reçu ${format.money(data.open_total, data.currency_code)}. Merci de la payer, pour que votre service continue.`,
    ],
    rows: invoiceRows(data, format),
    action: pay(data.payment_url),
  }),
  "billing.payment_failed": (data, format) => {
    const method = format.method(data.method)
    return {
      subject: `Votre paiement de ${format.money(data.open_total, data.currency_code)} a échoué`,
      paragraphs: [
        `Nous n’avons pas pu débiter ${format.money(data.open_total, data.currency_code)} pour la facture ${data.invoice_number}${method ? ` (${method})` : ""}.`,
        data.next_try_on === null
          ? "Nous n’essaierons plus de nous-mêmes. Merci de payer la facture ou d’enregistrer un autre moyen de paiement."
          : `Nous essaierons de nouveau le ${format.date(data.next_try_on)}. Vous pouvez aussi payer maintenant.`,
      ],
      rows: [
        ...invoiceRows(data, format),
        ...(data.reason ? [["Motif indiqué", data.reason.replaceAll("_", " ")] as [string, string]] : []),
      ],
      action: pay(data.payment_url),
    }
  },
  "billing.payment_returned": (data, format) => ({
    subject: `Votre paiement de la facture ${data.invoice_number} a été repris`,
    paragraphs: [
      `Votre banque a repris ${format.money(data.returned_total, data.currency_code)} que nous avions reçus pour la facture ${data.invoice_number}. Il reste de nouveau ${format.money(data.open_total, data.currency_code)} à payer.`,
      data.next_try_on === null
        ? "Nous ne débiterons plus cette somme de nous-mêmes. Merci de payer la facture pour que votre service continue."
        : `Nous débiterons de nouveau votre moyen de paiement enregistré le ${format.date(data.next_try_on)}. Vous pouvez aussi payer maintenant.`,
    ],
    rows: invoiceRows(data, format),
    action: pay(data.payment_url),
  }),
  "billing.action_required": (data, format) => ({
    subject: `Veuillez confirmer votre paiement de ${format.money(data.open_total, data.currency_code)}`,
    paragraphs: [
      `Votre banque vous demande de confirmer le paiement de la facture ${data.invoice_number}. D’ici là, rien n’est débité.`,
    ],
    rows: invoiceRows(data, format),
    action: pay(data.payment_url, "Confirmer le paiement"),
  }),
  "billing.payment_received": (data, format) => ({
    subject: `Paiement reçu pour la facture ${data.invoice_number}`,
    paragraphs: [`Merci. Nous avons reçu ${format.money(data.paid_total, data.currency_code)}.`],
    rows: [
      ["Facture", data.invoice_number],
      ...(data.services.length ? [["Pour", format.services(data.services)] as [string, string]] : []),
      ["Total", format.money(data.total, data.currency_code)],
      ["Payé", format.money(data.paid_total, data.currency_code)],
      ["Reste à payer", format.money(data.open_total, data.currency_code)],
    ],
    action: pay(data.payment_url, "Payer le reste"),
  }),
  "billing.suspended": (data, format) => ({
    subject: `${format.services(data.services)} est suspendu`,
    paragraphs: [
      `Votre abonnement a été suspendu le ${format.date(data.suspended_on)}.`,
      ...(data.open_total === null
        ? []
        : [
            `${format.money(data.open_total, data.currency_code)} restent à payer. Le service reprend dès que ce montant est payé.`,
          ]),
    ],
    rows: [
      ["Service", format.services(data.services)],
      ["Abonnement", `n° ${data.subscription_number}`],
    ],
    action: pay(data.payment_url),
  }),
  "billing.terminated": (data, format) => ({
    subject: `${format.services(data.services)} a pris fin`,
    paragraphs: [
      `Votre abonnement a pris fin le ${format.date(data.ended_on)}, faute de paiement. Pour utiliser de nouveau le service, commandez-le à nouveau.`,
    ],
    rows: [
      ["Service", format.services(data.services)],
      ["Abonnement", `n° ${data.subscription_number}`],
    ],
    action: null,
  }),
  "billing.price_change": (data, format) => ({
    subject: `${format.services(data.services)} : nouveau prix dès le ${format.date(data.effective_on)}`,
    paragraphs: [
      `Dès le ${format.date(data.effective_on)}, votre abonnement coûte ${format.money(data.new_price, data.currency_code)} au lieu de ${format.money(data.old_price, data.currency_code)} par période. Rien ne change d’ici là. Si vous ne souhaitez pas continuer à ce prix, vous pouvez résilier avant ce jour.`,
    ],
    rows: priceRows(data, format),
    action: pay(data.storefront_url, "Vers mon compte"),
  }),
  "billing.price_consent": (data, format) => ({
    subject: `${format.services(data.services)} : acceptez-vous le nouveau prix ?`,
    paragraphs: [
      `Nous souhaitons facturer votre abonnement ${format.money(data.new_price, data.currency_code)} au lieu de ${format.money(data.old_price, data.currency_code)} par période, dès le ${format.date(data.effective_on)}. Merci d’accepter ou de refuser${data.answer_url === null ? " dans votre compte" : ""} jusqu’au ${format.date(data.answer_until)}.`,
      data.without_consent === "keep"
        ? "Sans votre accord, votre prix reste le même."
        : "Sans votre accord, votre abonnement se termine avec la dernière période au prix actuel.",
    ],
    rows: [...priceRows(data, format), ["Réponse jusqu’au", format.date(data.answer_until)]],
    action: pay(data.answer_url, "Répondre") ?? pay(data.storefront_url, "Vers mon compte"),
  }),
  "billing.credit_note_issued": (data, format) => ({
    subject: `Note de crédit ${data.invoice_number}`,
    paragraphs: [
      data.corrects_number === null
        ? `Nous avons émis une note de crédit de ${format.money(data.total, data.currency_code)}.`
        : `Nous avons émis une note de crédit de ${format.money(data.total, data.currency_code)} sur la facture ${data.corrects_number}.`,
    ],
    rows: [
      ["Note de crédit", data.invoice_number],
      ...(data.corrects_number === null ? [] : [["Facture", data.corrects_number] as [string, string]]),
      ["Date", format.date(data.issued_on)],
      ["Montant", format.money(data.total, data.currency_code)],
    ],
    action: null,
  }),
}
