import type { FieldValues } from "react-hook-form"
import { useEditor, type EditorOptions } from "../use-editor"
import { useTexts } from "../use-texts"
import { useProblemWords } from "./use-problem-words"

type DiscountEditorOptions<TForm extends FieldValues, TSaved> = Omit<EditorOptions<TForm, TSaved>, "texts" | "inWords">

/** The editor of a discount, in this room's words. */
export function useDiscountEditor<TForm extends FieldValues, TSaved>(options: DiscountEditorOptions<TForm, TSaved>) {
  const { t } = useTexts("discounts")
  const inWords = useProblemWords()
  return useEditor({ ...options, texts: { saved: t("saved"), deleted: t("deleted") }, inWords })
}
