import type { PriceAnswerState, WithoutConsent } from "../../rules/billing"
import type { CivilDate } from "../../rules/calendar"
import type { Decimal } from "../../rules/money"
import { drawPage, type PageParts } from "../base/draw-page"
import type { StandardLanguage } from "../base/languages"
import { addTemplate, drawTemplate } from "../base/page-engine"
import { pageFormat, type PageFormat } from "../base/page-format"
import { PRICE_ANSWER_TEMPLATE } from "./price-answer-template"
import { PRICE_ANSWER_TEXTS, type PriceAnswerTexts } from "./price-answer-texts"

addTemplate("@price-answer", PRICE_ANSWER_TEMPLATE)

/** What the page shows. Prices are of a period, for all units. */
export interface PriceAnswerContent {
  language: StandardLanguage
  state: PriceAnswerState
  subscriptionNumber: number
  services: readonly { title: string; quantity: number }[]
  locale: string | null
  oldPrice: Decimal
  newPrice: Decimal
  isTaxInclusive: boolean
  currencyCode: string
  effectiveOn: CivilDate
  answerUntil: CivilDate | null
  withoutConsent: WithoutConsent | null
  endsOn: CivilDate | null
  /** Whether somebody is about to refuse what ends their subscription. */
  isEnding: boolean
  /** The page's own address, without the language. */
  path: string
  formKey: string
}

interface Answer {
  label: string
  reply?: "accept" | "refuse"
  href?: string
  isFirst?: boolean
}

const TONES = { asked: "warn", accepted: "good", refused: "warn", over: "" } as const

/** The page on which a new price is accepted or refused as HTML. */
export function drawPriceAnswer(
  content: PriceAnswerContent,
  parts: Pick<PageParts, "seller" | "storefrontUrl">,
): string {
  const { language, state, path, formKey } = content
  const texts = PRICE_ANSWER_TEXTS[language]
  const format = pageFormat(language, content.locale)
  const isSure = content.isEnding && state === "asked" && content.withoutConsent === "end"
  const title = isSure ? texts.sure : texts.title
  const { effectiveOn, endsOn } = content
  const days = { effectiveOn: format.day(effectiveOn), endsOn: endsOn && format.day(endsOn) }
  const view = {
    badge: texts.badge[state],
    tone: TONES[state],
    title,
    rows: rowsOf(content, texts, format),
    paragraphs: state === "asked" ? paragraphsOf(content, texts, { format, isSure }) : [],
    said: state === "asked" ? null : texts.said(state, days),
    answers: state === "asked" ? answersOf(content, texts, { format, isSure }) : [],
    path,
    query: `?lang=${language}`,
    formKey,
  }
  return drawPage({
    ...parts,
    language,
    title: `${title} · ${parts.seller.name}`,
    body: drawTemplate("@price-answer", view),
    path,
  })
}

function rowsOf(content: PriceAnswerContent, texts: PriceAnswerTexts, format: PageFormat): [string, string][] {
  const { services, subscriptionNumber, currencyCode, isTaxInclusive } = content
  const tax = isTaxInclusive ? texts.tax.included : texts.tax.added
  const price = (amount: Decimal): string => `${format.money(amount, currencyCode)} ${tax}`
  const named = services.map(({ title, quantity }) => (quantity === 1 ? title : `${quantity} × ${title}`))
  return [
    [texts.service, named.join(", ")],
    [texts.subscription, `#${subscriptionNumber}`],
    [texts.old_price, price(content.oldPrice)],
    [texts.new_price, price(content.newPrice)],
    [texts.from, format.day(content.effectiveOn)],
  ]
}

interface Drawing {
  format: PageFormat
  isSure: boolean
}

function paragraphsOf(
  { answerUntil, withoutConsent }: PriceAnswerContent,
  texts: PriceAnswerTexts,
  { format, isSure }: Drawing,
): string[] {
  if (isSure) {
    return [texts.sure_text]
  }
  return [
    ...(answerUntil === null ? [] : [texts.ask(format.day(answerUntil))]),
    ...(withoutConsent === null ? [] : [texts.silence[withoutConsent]]),
  ]
}

/** What ends the subscription is asked for twice. */
function answersOf(
  { newPrice, currencyCode, withoutConsent, language, path }: PriceAnswerContent,
  texts: PriceAnswerTexts,
  { format, isSure }: Drawing,
): Answer[] {
  if (isSure) {
    return [
      { label: texts.end, reply: "refuse" },
      { label: texts.back, href: `${path}?lang=${language}` },
    ]
  }
  const refuse = texts.refuse[withoutConsent ?? "keep"]
  return [
    { label: texts.accept(format.money(newPrice, currencyCode)), reply: "accept", isFirst: true },
    withoutConsent === "end"
      ? { label: refuse, href: `${path}?lang=${language}&refuse=yes` }
      : { label: refuse, reply: "refuse" },
  ]
}
