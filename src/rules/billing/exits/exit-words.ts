import type { ExitKind, ExitLanguage } from "../states"

/** What the page, its mail and its PDF call things. Titles and last buttons are the words that the law names. */
export interface ExitWords {
  /** The words of the button or link that leads to the page. */
  link: Record<ExitKind, string>
  /** The words of the last button. */
  confirm: Record<ExitKind, string>
  name: string
  contract: string
  email: string
  type: string
  types: { ordinary: string; for_cause: string }
  reason: string
  date: string
  as_soon_as_possible: string
  received: string
  reference: string
  ends: string
  receipt: Record<ExitKind, string>
  receipt_text: Record<ExitKind, string>
}

export const EXIT_WORDS: Record<ExitLanguage, ExitWords> = {
  en: {
    link: { cancel: "Cancel contracts here", withdraw: "Withdraw from the contract here" },
    confirm: { cancel: "Cancel now", withdraw: "Confirm withdrawal" },
    name: "Name",
    contract: "Contract",
    email: "E-mail address",
    type: "Kind of cancellation",
    types: { ordinary: "Ordinary cancellation", for_cause: "Cancellation for cause" },
    reason: "Reason",
    date: "To end on",
    as_soon_as_possible: "As soon as possible",
    received: "Received",
    reference: "Reference",
    ends: "The contract ends on",
    receipt: { cancel: "Acknowledgement of your cancellation", withdraw: "Acknowledgement of your withdrawal" },
    receipt_text: {
      cancel: "We have received the following declaration, by which you cancel your contract.",
      withdraw: "We have received the following declaration, by which you withdraw from your contract.",
    },
  },
  fr: {
    link: { cancel: "Résilier votre contrat", withdraw: "Renoncer au contrat ici" },
    confirm: { cancel: "Notification de la résiliation", withdraw: "Confirmer la rétractation" },
    name: "Nom",
    contract: "Contrat",
    email: "Adresse e-mail",
    type: "Type de résiliation",
    types: { ordinary: "Résiliation ordinaire", for_cause: "Résiliation pour motif légitime" },
    reason: "Motif",
    date: "Date de fin souhaitée",
    as_soon_as_possible: "Dès que possible",
    received: "Reçu",
    reference: "Référence",
    ends: "Le contrat prend fin le",
    receipt: {
      cancel: "Accusé de réception de votre résiliation",
      withdraw: "Accusé de réception de votre rétractation",
    },
    receipt_text: {
      cancel: "Nous avons reçu la déclaration suivante, par laquelle vous résiliez votre contrat.",
      withdraw: "Nous avons reçu la déclaration suivante, par laquelle vous renoncez à votre contrat.",
    },
  },
  de: {
    link: { cancel: "Verträge hier kündigen", withdraw: "Vertrag widerrufen" },
    confirm: { cancel: "jetzt kündigen", withdraw: "Widerruf bestätigen" },
    name: "Name",
    contract: "Vertrag",
    email: "E-Mail-Adresse",
    type: "Art der Kündigung",
    types: { ordinary: "Ordentliche Kündigung", for_cause: "Außerordentliche Kündigung" },
    reason: "Grund",
    date: "Gewünschtes Ende",
    as_soon_as_possible: "Schnellstmöglich",
    received: "Eingegangen",
    reference: "Vorgang",
    ends: "Der Vertrag endet am",
    receipt: { cancel: "Bestätigung Ihrer Kündigung", withdraw: "Eingangsbestätigung Ihres Widerrufs" },
    receipt_text: {
      cancel: "Wir haben die folgende Erklärung erhalten, mit der Sie Ihren Vertrag kündigen.",
      withdraw: "Wir haben die folgende Erklärung erhalten, mit der Sie Ihren Vertrag widerrufen.",
    },
  },
}
