export interface NumberSigns {
  decimal: string
  group: string
}

/** The signs of a locale. Swiss German groups by an apostrophe, French by a narrow space. Digits are 0 to 9 everywhere. */
export function numberSigns(locale: string): NumberSigns {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true, numberingSystem: "latn" }).formatToParts(1_234_567.8)
  const sign = (type: "decimal" | "group"): string => parts.find((part) => part.type === type)?.value ?? ""
  return { decimal: sign("decimal") || ".", group: sign("group") }
}
