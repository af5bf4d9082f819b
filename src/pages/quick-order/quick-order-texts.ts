import type { StandardLanguage } from "../base/languages"
import { QUICK_ORDER_TEXTS_EN } from "./quick-order-texts-en"
import { QUICK_ORDER_TEXTS_FR } from "./quick-order-texts-fr"
import type { QuickOrderTexts } from "./quick-order-words"

export * from "./quick-order-words"

export const QUICK_ORDER_TEXTS: Record<StandardLanguage, QuickOrderTexts> = {
  en: QUICK_ORDER_TEXTS_EN,
  fr: QUICK_ORDER_TEXTS_FR,
}
