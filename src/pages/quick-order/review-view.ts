import { compare, isZero, type Decimal } from "../../rules/money"
import { PERSONAL_NAME } from "../../rules/discounts"
import { pageFormat } from "../base/page-format"
import { changeText } from "./basket-view"
import { baseView, wordsOf, type Words } from "./catalogue-view"
import type { DoneContent, ReviewContent } from "./quick-order-content"

type Cart = NonNullable<ReviewContent["cart"]>

/** The template's data: every text as it is shown. */
export function reviewView(content: ReviewContent) {
  const words = wordsOf(content)
  const { cart } = content
  const lines = (cart?.lines ?? []).map(({ key, title }) => ({ variantId: key, title }))
  return {
    ...baseView(content, words),
    changes: content.changes.map((change) => changeText(change, { words, lines })),
    cart: cart && cartView(cart, { words, language: content.language }),
  }
}

function cartView(cart: Cart, { words, language }: { words: Words; language: ReviewContent["language"] }) {
  const { texts, money } = words
  const named = (name: string): string => (name === PERSONAL_NAME ? texts.personal : name)
  return {
    turn: cart.turn,
    attempt: cart.attempt,
    shown: JSON.stringify({ total: cart.total, lines: cart.lines.map(({ key, total }) => [key, total]) }),
    lines: cart.lines.map((line) => ({
      title: line.title,
      details: [line.detail, `${texts.quantity}${texts.colon}${line.quantity}`, ...line.discounts.map(named)].filter(
        Boolean,
      ),
      sum: money(line.total),
      list: compare(line.total, line.list) < 0 ? money(line.list) : null,
    })),
    sums: sumsOf(cart, words),
    taxIncluded: isZero(cart.taxIncluded) ? null : texts.tax_included(money(cart.taxIncluded)),
    details: detailsOf(cart, { words, day: pageFormat(language).day }),
    tooLittle: cart.missing === null ? null : texts.minimum_missing(money(cart.missing)),
    paid: cart.payment === "now" ? texts.pay_now : texts.on_account,
  }
}

function sumsOf(cart: Cart, { texts, money }: Words) {
  return [
    { label: texts.goods, amount: money(cart.goods), isTotal: false },
    ...cart.shipping.map(({ name, amount }) => ({
      label: `${texts.shipping}${texts.colon}${name}`,
      amount: money(amount),
      isTotal: false,
    })),
    ...(isZero(cart.taxAdded) ? [] : [{ label: texts.tax_added, amount: money(cart.taxAdded), isTotal: false }]),
    { label: texts.total, amount: money(cart.total), isTotal: true },
  ]
}

function detailsOf(cart: Cart, { words: { texts }, day }: { words: Words; day: (date: string) => string }) {
  const rows: [string, string | null][] = [
    [texts.deliver_to, cart.address.join(", ") || null],
    [texts.fields.email, cart.email],
    [texts.fields.purchaseOrderNumber, cart.purchaseOrderNumber],
    [texts.fields.wantedOn, cart.wantedOn && day(cart.wantedOn)],
    [texts.fields.note, cart.note],
  ]
  return rows.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}

export function doneView(content: DoneContent) {
  const words = wordsOf(content)
  const total: Decimal = content.total
  return { ...baseView(content, words), number: words.texts.number(content.number), total: words.money(total) }
}
