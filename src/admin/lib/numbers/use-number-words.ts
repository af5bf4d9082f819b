import { readNumber } from "./read-number"
import { unreadText } from "./typed-number"
import { useFormat } from "../use-format"
import { useTexts } from "../use-texts"
import { writeNumber } from "./write-number"

/** What a field for a number says: what it has understood, or why it has not. */
export function useNumberWords() {
  const { t } = useTexts("ui")
  const { locale } = useFormat()
  const shown = (plain: string) => writeNumber(plain, locale)

  const wholeNumber = () => t("numbers.not_whole", { example: shown("1234") })
  const ofUnread = (text: string, isWhole: boolean): string => {
    const read = readNumber(text, locale)
    if (read.kind !== "ambiguous") {
      return isWhole ? wholeNumber() : t("numbers.not_a_number", { example: shown("1234.5") })
    }
    const [one = "", other = ""] = read.readings.map(shown)
    return t("numbers.ambiguous", { readings: t("numbers.or", { one, other }) })
  }

  return {
    /** Why a form's value is no number of this kind; null where it is one, or empty. */
    ofProblem: (value: string, isWhole = false): string | null => {
      const text = unreadText(value)
      if (text !== null) {
        return ofUnread(text, isWhole)
      }
      return isWhole && value.includes(".") ? wholeNumber() : null
    },
    ofReading: (value: string, currency?: string): string =>
      t("numbers.read_as", { number: currency ? `${shown(value)} ${currency.toUpperCase()}` : shown(value) }),
  }
}
