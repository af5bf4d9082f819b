import type { ReminderData, ReminderTemplate } from "../rules/billing"
import type { Letter } from "./letter"
import type { LetterFormat } from "./letter-format"

/** The letters of a language, one a template. */
export type Letters = {
  [Template in ReminderTemplate]: (data: ReminderData[Template], format: LetterFormat) => Letter
}
