import type { PageLanguage } from "./languages"

/** What every page says. */
export interface BaseTexts {
  skip: string
  languages: string
  to_shop: string
}

export const BASE_TEXTS: Record<PageLanguage, BaseTexts> = {
  en: { skip: "To the content", languages: "Language", to_shop: "Back to the shop" },
  fr: { skip: "Aller au contenu", languages: "Langue", to_shop: "Retour à la boutique" },
  de: { skip: "Zum Inhalt", languages: "Sprache", to_shop: "Zurück zum Shop" },
}

/** The pages that say why there is no other. */
export const PROBLEMS = [
  "not_found",
  "link_gone",
  "not_yours",
  "too_many",
  "refused",
  "failed",
  "form_gone",
  "form_failed",
  "link_wrong",
  "not_sold",
] as const
export type PageProblem = (typeof PROBLEMS)[number]

interface ProblemTexts {
  title: string
  text: string
}

export const PROBLEM_TEXTS: Record<PageLanguage, Record<PageProblem, ProblemTexts>> = {
  en: {
    not_found: { title: "This page does not exist", text: "Please check the address." },
    link_gone: {
      title: "This link does not open anything",
      text: "Links end after some time, and a newer link takes the place of an older one. Please open the link from our latest message again, or ask us for a new one.",
    },
    not_yours: {
      title: "Please open your link again",
      text: "This page was open for a long time, or was opened in another way than by your link. Nothing was paid.",
    },
    too_many: { title: "Too many tries", text: "Please wait a while, then try again." },
    refused: { title: "This could not be done", text: "Please go back and try again. Nothing was paid." },
    failed: {
      title: "Something went wrong on our side",
      text: "Please open your link again in a few minutes. It shows whether your payment was received.",
    },
    form_gone: {
      title: "Please fill in the form again",
      text: "This form was open for a long time, was sent very fast, or was sent in another way than from its page. Nothing was sent to us.",
    },
    form_failed: {
      title: "Something went wrong on our side",
      text: "Please open the page again in a few minutes, or write to us by e-mail.",
    },
    link_wrong: {
      title: "This link is not right",
      text: "It leads to an address that is not our shop's, or asks for a number that makes no sense. Nothing was put into your cart.",
    },
    not_sold: {
      title: "This cannot be bought here",
      text: "It is not for sale any more, or not in your region. Nothing was put into your cart.",
    },
  },
  fr: {
    not_found: { title: "Cette page n’existe pas", text: "Veuillez vérifier l’adresse." },
    link_gone: {
      title: "Ce lien n’ouvre rien",
      text: "Les liens expirent après un certain temps, et un nouveau lien remplace l’ancien. Veuillez rouvrir le lien de notre dernier message ou nous en demander un nouveau.",
    },
    not_yours: {
      title: "Veuillez rouvrir votre lien",
      text: "Cette page est restée ouverte longtemps, ou a été ouverte autrement que par votre lien. Rien n’a été payé.",
    },
    too_many: { title: "Trop d’essais", text: "Veuillez patienter un moment, puis réessayer." },
    refused: {
      title: "Cela n’a pas pu être fait",
      text: "Veuillez revenir en arrière et réessayer. Rien n’a été payé.",
    },
    failed: {
      title: "Une erreur s’est produite de notre côté",
      text: "Veuillez rouvrir votre lien dans quelques minutes. Il montre si votre paiement a été reçu.",
    },
    form_gone: {
      title: "Veuillez remplir le formulaire à nouveau",
      text: "Ce formulaire est resté ouvert longtemps, a été envoyé très vite, ou autrement que depuis sa page. Rien ne nous a été envoyé.",
    },
    form_failed: {
      title: "Une erreur s’est produite de notre côté",
      text: "Veuillez rouvrir la page dans quelques minutes, ou nous écrire par e-mail.",
    },
    link_wrong: {
      title: "Ce lien n’est pas correct",
      text: "Il mène à une adresse qui n’est pas celle de notre boutique, ou demande un nombre qui n’a pas de sens. Rien n’a été ajouté à votre panier.",
    },
    not_sold: {
      title: "Ceci ne peut pas être acheté ici",
      text: "Ce n’est plus en vente, ou pas dans votre région. Rien n’a été ajouté à votre panier.",
    },
  },
  de: {
    not_found: { title: "Diese Seite gibt es nicht", text: "Bitte prüfen Sie die Adresse." },
    link_gone: {
      title: "Dieser Link öffnet nichts",
      text: "Links laufen nach einiger Zeit ab, und ein neuerer tritt an die Stelle eines älteren. Bitte öffnen Sie den Link aus unserer letzten Nachricht noch einmal, oder bitten Sie uns um einen neuen.",
    },
    not_yours: {
      title: "Bitte öffnen Sie Ihren Link noch einmal",
      text: "Diese Seite war lange offen oder wurde anders als mit Ihrem Link geöffnet. Es wurde nichts bezahlt.",
    },
    too_many: {
      title: "Zu viele Versuche",
      text: "Bitte warten Sie eine Weile, und versuchen Sie es dann noch einmal.",
    },
    refused: {
      title: "Das war nicht möglich",
      text: "Bitte gehen Sie zurück, und versuchen Sie es noch einmal. Es wurde nichts bezahlt.",
    },
    failed: {
      title: "Bei uns ist etwas schiefgegangen",
      text: "Bitte öffnen Sie Ihren Link in einigen Minuten noch einmal. Er zeigt, ob Ihre Zahlung eingegangen ist.",
    },
    form_gone: {
      title: "Bitte füllen Sie das Formular noch einmal aus",
      text: "Dieses Formular war lange offen, wurde sehr schnell abgeschickt oder anders als von seiner Seite aus. Es wurde nichts an uns gesendet.",
    },
    form_failed: {
      title: "Bei uns ist etwas schiefgegangen",
      text: "Bitte öffnen Sie die Seite in einigen Minuten noch einmal, oder schreiben Sie uns eine E-Mail.",
    },
    link_wrong: {
      title: "Dieser Link stimmt nicht",
      text: "Er führt zu einer Adresse, die nicht die unseres Shops ist, oder verlangt eine Menge, die keinen Sinn ergibt. Es wurde nichts in Ihren Warenkorb gelegt.",
    },
    not_sold: {
      title: "Das kann hier nicht gekauft werden",
      text: "Es wird nicht mehr oder nicht in Ihrer Region verkauft. Es wurde nichts in Ihren Warenkorb gelegt.",
    },
  },
}
