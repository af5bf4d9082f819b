import type { Locator } from "playwright-core"

interface TypedDay {
  label: string
  /** `YYYY-MM-DD` */
  day: string
  language?: "en" | "fr"
}

/** Types a day into a date picker, its parts in the order of the admin's language. */
export async function typeDay(scope: Locator, { label, day, language = "en" }: TypedDay): Promise<void> {
  const [year = "", month = "", date = ""] = day.split("-")
  const field = scope.getByRole("group", { name: label }).first()
  await field.getByRole("spinbutton").first().focus()
  for (const part of language === "fr" ? [date, month, year] : [month, date, year]) {
    await scope.page().keyboard.type(part, { delay: 20 })
  }
}
