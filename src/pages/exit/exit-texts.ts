import type { ExitField, ExitKind, ExitProblem } from "../../rules/billing"
import type { PageLanguage } from "../base/languages"

export interface ExitTexts {
  step: (step: number) => string
  intro: Record<ExitKind, string>
  hints: Record<Exclude<ExitField, "name">, string>
  optional: string
  next: string
  change: string
  check: string
  check_text: Record<ExitKind, string>
  received: Record<ExitKind, string>
  received_text: string
  keep: string
  trap: string
  look: string
  problems: Record<ExitProblem, string>
}

export const EXIT_TEXTS: Record<PageLanguage, ExitTexts> = {
  en: {
    step: (step) => `Step ${step} of 2`,
    intro: {
      cancel:
        "Here you cancel a contract with us, without logging in. You see your declaration once more before it is sent.",
      withdraw:
        "Here you withdraw from a contract with us, without logging in and without giving a reason. You see your declaration once more before it is sent.",
    },
    hints: {
      contract: "What you have with us, and its number if you know it: of the subscription, the order or an invoice.",
      email: "The one that you use with us. We send the acknowledgement to it.",
      reason: "Needed for a cancellation for cause.",
      wished_on: "Left empty: as soon as possible.",
    },
    optional: "optional",
    next: "Continue",
    change: "Change",
    check: "Please check your declaration",
    check_text: {
      cancel: "It is sent when you press the button below, and your contract is cancelled by it.",
      withdraw: "It is sent when you press the button below, and you withdraw from the contract by it.",
    },
    received: { cancel: "We have received your cancellation", withdraw: "We have received your withdrawal" },
    received_text: "The acknowledgement is on its way to the e-mail address that you gave us.",
    keep: "Save the acknowledgement (PDF)",
    trap: "Leave this field empty",
    look: "Please look at the marked fields.",
    problems: {
      missing: "Please fill this in.",
      too_long: "This is too long.",
      no_email: "Please write a whole e-mail address, such as name@example.com.",
      no_date: "Please write a date that exists.",
      past_date: "Please choose today or a later date.",
    },
  },
  fr: {
    step: (step) => `Étape ${step} sur 2`,
    intro: {
      cancel:
        "Vous résiliez ici un contrat conclu avec nous, sans vous connecter. Vous verrez votre déclaration encore une fois avant qu’elle ne soit envoyée.",
      withdraw:
        "Vous renoncez ici à un contrat conclu avec nous, sans vous connecter et sans donner de motif. Vous verrez votre déclaration encore une fois avant qu’elle ne soit envoyée.",
    },
    hints: {
      contract:
        "Ce que vous avez chez nous, et son numéro si vous le connaissez\u00a0: de l’abonnement, de la commande ou d’une facture.",
      email: "Celle que vous utilisez chez nous. Nous y envoyons l’accusé de réception.",
      reason: "Nécessaire pour une résiliation pour motif légitime.",
      wished_on: "Sans date\u00a0: dès que possible.",
    },
    optional: "facultatif",
    next: "Continuer",
    change: "Modifier",
    check: "Veuillez vérifier votre déclaration",
    check_text: {
      cancel: "Elle est envoyée lorsque vous appuyez sur le bouton ci-dessous, et votre contrat est ainsi résilié.",
      withdraw: "Elle est envoyée lorsque vous appuyez sur le bouton ci-dessous, et vous renoncez ainsi au contrat.",
    },
    received: { cancel: "Nous avons reçu votre résiliation", withdraw: "Nous avons reçu votre rétractation" },
    received_text: "L’accusé de réception est en route vers l’adresse e-mail que vous nous avez donnée.",
    keep: "Enregistrer l’accusé de réception (PDF)",
    trap: "Laissez ce champ vide",
    look: "Veuillez vérifier les champs signalés.",
    problems: {
      missing: "Veuillez remplir ce champ.",
      too_long: "C’est trop long.",
      no_email: "Veuillez écrire une adresse e-mail complète, par exemple nom@example.com.",
      no_date: "Veuillez écrire une date qui existe.",
      past_date: "Veuillez choisir aujourd’hui ou une date ultérieure.",
    },
  },
  de: {
    step: (step) => `Schritt ${step} von 2`,
    intro: {
      cancel:
        "Hier kündigen Sie einen Vertrag mit uns, ohne sich anzumelden. Bevor Ihre Erklärung abgeschickt wird, sehen Sie sie noch einmal.",
      withdraw:
        "Hier widerrufen Sie einen Vertrag mit uns, ohne sich anzumelden und ohne einen Grund zu nennen. Bevor Ihre Erklärung abgeschickt wird, sehen Sie sie noch einmal.",
    },
    hints: {
      contract:
        "Was Sie bei uns haben, und wenn Sie sie wissen die Nummer: des Abonnements, der Bestellung oder einer Rechnung.",
      email: "Die, die Sie bei uns verwenden. Dorthin schicken wir die Bestätigung.",
      reason: "Nötig bei einer außerordentlichen Kündigung.",
      wished_on: "Bleibt es leer: schnellstmöglich.",
    },
    optional: "freiwillig",
    next: "Weiter",
    change: "Ändern",
    check: "Bitte prüfen Sie Ihre Erklärung",
    check_text: {
      cancel: "Sie wird abgeschickt, wenn Sie auf die Schaltfläche drücken; damit kündigen Sie den Vertrag.",
      withdraw: "Sie wird abgeschickt, wenn Sie auf die Schaltfläche drücken; damit widerrufen Sie den Vertrag.",
    },
    received: { cancel: "Ihre Kündigung ist eingegangen", withdraw: "Ihr Widerruf ist eingegangen" },
    received_text: "Die Bestätigung ist unterwegs an die E-Mail-Adresse, die Sie uns genannt haben.",
    keep: "Bestätigung speichern (PDF)",
    trap: "Lassen Sie dieses Feld leer",
    look: "Bitte sehen Sie die markierten Felder an.",
    problems: {
      missing: "Bitte füllen Sie dieses Feld aus.",
      too_long: "Das ist zu lang.",
      no_email: "Bitte schreiben Sie eine vollständige E-Mail-Adresse, zum Beispiel name@example.com.",
      no_date: "Bitte schreiben Sie ein Datum, das es gibt.",
      past_date: "Bitte wählen Sie heute oder einen späteren Tag.",
    },
  },
}
