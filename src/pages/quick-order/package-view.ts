import { compare } from "../../rules/money"
import { FORM_NAMES, packageForm, withoutPart } from "../../rules/customers"
import { baseView, wordsOf, type Words } from "./catalogue-view"
import type { PackageContent, PackageContentOption } from "./quick-order-content"

/** The template's data: every text as it is shown. */
export function packageView(content: PackageContent) {
  const words = wordsOf(content)
  const { money } = words
  const { variantId, title, quantity, yourPrice, listPrice } = content
  return {
    ...baseView(content, words),
    variantId,
    title,
    quantity,
    fields: packageForm(content.options).map((field) =>
      field.kind === "part" ? partView(field.option, words) : alternativesView(field, words),
    ),
    yours: money(yourPrice),
    list: compare(yourPrice, listPrice) < 0 ? money(listPrice) : null,
  }
}

/** "2 × Lamp – small + €5.00": a price only where it comes on top. */
function labelOf({ title, detail, quantity, isFreeQuantity, price }: PackageContentOption, { money }: Words): string {
  const count = quantity > 1 && !isFreeQuantity ? `${quantity} × ` : ""
  const name = [`${count}${title}`, detail].filter(Boolean).join(" – ")
  return price === null ? name : `${name} + ${money(price)}`
}

function partView(option: PackageContentOption, words: Words) {
  const { path, parentTitle, isOptional, isChosen, isFreeQuantity, quantity } = option
  const label = [parentTitle, labelOf(option, words)].filter(Boolean).join(words.texts.colon)
  return {
    label,
    box: isOptional ? { name: FORM_NAMES.part + path, seen: FORM_NAMES.seen + path, isChosen } : null,
    count: isFreeQuantity ? { name: FORM_NAMES.quantity + path, value: String(quantity) } : null,
  }
}

function alternativesView(
  {
    name,
    group,
    isOptional,
    options,
  }: Extract<ReturnType<typeof packageForm<PackageContentOption>>[number], { kind: "one_of" }>,
  words: Words,
) {
  const [first] = options
  const chosen = options.find(({ isChosen }) => isChosen)
  const named = options.map((option) => ({
    value: option.path,
    label: labelOf(option, words),
    isChosen: option === chosen,
  }))
  const none = { value: withoutPart((chosen ?? first)?.path ?? ""), label: words.texts.none_of, isChosen: !chosen }
  return {
    name,
    legend: [first?.parentTitle, group].filter(Boolean).join(words.texts.colon),
    options: isOptional ? [...named, none] : named,
  }
}
