import type { PriceAnswerState, WithoutConsent } from "../../rules/billing"
import type { StandardLanguage } from "../base/languages"

export interface PriceAnswerTexts {
  title: string
  badge: Record<PriceAnswerState, string>
  /** What was answered, or why nothing is asked any more. */
  said: (state: Exclude<PriceAnswerState, "asked">, days: { effectiveOn: string; endsOn: string | null }) => string
  ask: (answerUntil: string) => string
  silence: Record<WithoutConsent, string>
  accept: (price: string) => string
  refuse: Record<WithoutConsent, string>
  sure: string
  sure_text: string
  end: string
  back: string
  service: string
  subscription: string
  old_price: string
  new_price: string
  from: string
  tax: { included: string; added: string }
}

export const PRICE_ANSWER_TEXTS: Record<StandardLanguage, PriceAnswerTexts> = {
  en: {
    title: "A new price for your subscription",
    badge: { asked: "Waits for you", accepted: "Accepted", refused: "Refused", over: "Closed" },
    said: (state, { effectiveOn, endsOn }) =>
      ({
        accepted: `You have accepted the new price. It holds from ${effectiveOn} on; until then nothing changes.`,
        refused:
          endsOn === null
            ? "You have not accepted the new price. Your price stays as it is."
            : `You have not accepted the new price. Your subscription ends on ${endsOn}.`,
        over: "No answer is asked for any more: the new price was withdrawn, or the time for an answer is over.",
      })[state],
    ask: (answerUntil) => `Please answer until ${answerUntil}.`,
    silence: {
      keep: "Without an answer, your price stays as it is.",
      end: "Without an answer, your subscription ends with the last period at today’s price.",
    },
    accept: (price) => `Accept ${price}`,
    refuse: { keep: "Keep my price", end: "Do not accept" },
    sure: "Your subscription would end",
    sure_text: "Without the new price it ends with the last period at today’s price. You cannot undo this here.",
    end: "End my subscription",
    back: "Back",
    service: "Service",
    subscription: "Subscription",
    old_price: "Price today",
    new_price: "New price",
    from: "From",
    tax: { included: "incl. tax", added: "plus tax" },
  },
  fr: {
    title: "Un nouveau prix pour votre abonnement",
    badge: { asked: "En attente de votre réponse", accepted: "Accepté", refused: "Refusé", over: "Clos" },
    said: (state, { effectiveOn, endsOn }) =>
      ({
        accepted: `Vous avez accepté le nouveau prix. Il s’applique dès le ${effectiveOn}\u00a0; rien ne change d’ici là.`,
        refused:
          endsOn === null
            ? "Vous n’avez pas accepté le nouveau prix. Votre prix reste le même."
            : `Vous n’avez pas accepté le nouveau prix. Votre abonnement se termine le ${endsOn}.`,
        over: "Aucune réponse n’est plus demandée\u00a0: le nouveau prix a été retiré, ou le délai de réponse est passé.",
      })[state],
    ask: (answerUntil) => `Merci de répondre jusqu’au ${answerUntil}.`,
    silence: {
      keep: "Sans réponse, votre prix reste le même.",
      end: "Sans réponse, votre abonnement se termine avec la dernière période au prix actuel.",
    },
    accept: (price) => `Accepter ${price}`,
    refuse: { keep: "Garder mon prix", end: "Ne pas accepter" },
    sure: "Votre abonnement se terminerait",
    sure_text:
      "Sans le nouveau prix, il se termine avec la dernière période au prix actuel. Vous ne pouvez pas l’annuler ici.",
    end: "Terminer mon abonnement",
    back: "Retour",
    service: "Service",
    subscription: "Abonnement",
    old_price: "Prix actuel",
    new_price: "Nouveau prix",
    from: "Dès le",
    tax: { included: "TTC", added: "hors taxes" },
  },
}
