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
}

/** The pages that say why there is no other. */
export const PROBLEMS = ["not_found", "link_gone", "not_yours", "too_many", "refused", "failed"] as const
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
    too_many: { title: "Too many tries", text: "Please wait a while, then open your link again." },
    refused: { title: "This could not be done", text: "Please go back and try again. Nothing was paid." },
    failed: {
      title: "Something went wrong on our side",
      text: "Please open your link again in a few minutes. It shows whether your payment was received.",
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
    too_many: { title: "Trop d’essais", text: "Veuillez patienter un moment, puis rouvrir votre lien." },
    refused: {
      title: "Cela n’a pas pu être fait",
      text: "Veuillez revenir en arrière et réessayer. Rien n’a été payé.",
    },
    failed: {
      title: "Une erreur s’est produite de notre côté",
      text: "Veuillez rouvrir votre lien dans quelques minutes. Il montre si votre paiement a été reçu.",
    },
  },
}
