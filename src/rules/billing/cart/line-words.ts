/** Texts that billing writes on a cart line, in the cart's language. */
const WORDS = {
  en: {
    fee: (product: string) => `Set-up fee: ${product}`,
    trial: (days: number) => (days === 1 ? "Free trial, 1 day" : `Free trial, ${days} days`),
  },
  fr: {
    fee: (product: string) => `Frais de mise en service : ${product}`,
    trial: (days: number) => (days === 1 ? "Essai gratuit, 1 jour" : `Essai gratuit, ${days} jours`),
  },
}

/** English without a locale, or without a translation for it. */
const wordsOf = (locale: string | null) => (/^fr\b/i.test(locale ?? "") ? WORDS.fr : WORDS.en)

export const feeTitle = (product: string, locale: string | null): string => wordsOf(locale).fee(product)

export const trialDescription = (days: number, locale: string | null): string => wordsOf(locale).trial(days)
